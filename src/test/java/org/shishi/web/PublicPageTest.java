package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.web.Town.Screen;

/** Somebody who is known to nobody says it, follows it, rates it, opens it again; in a real browser, on a phone. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicPageTest {
    private static final String WORDS = "果都镇瑞山路路灯三天不亮，老人夜里不敢走";
    private static final String PHONE = "13912345678";

    private Town town;

    @BeforeAll
    void open() throws IOException {
        town = Town.open();
    }

    @AfterAll
    void close() {
        if (town != null) {
            town.close();
        }
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertEquals(List.of(), town.complaints());
    }

    private Page visitor(boolean scripts) {
        return town.visitor(Screen.PHONE, ColorScheme.LIGHT, scripts);
    }

    private record Said(Page page, String number, String code) {}

    private Said say(boolean scripts) {
        Page page = visitor(scripts);
        page.navigate("/say");
        page.fill("#f-text", WORDS);
        page.fill("#f-subject", "路灯照明");
        page.fill("#f-place-division", "果都镇");
        page.fill("#f-place-text", "瑞山路");
        page.fill("#f-caller-phone", PHONE);
        nothingSticksOut(page);
        page.click("form.act button");
        page.waitForURL("**/say/done");
        return new Said(page, page.innerText("#number"), page.innerText("#code"));
    }

    private static void nothingSticksOut(Page page) {
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), page.url());
    }

    private static void show(Page page, String number, String code) {
        page.navigate("/track");
        page.fill("#number", number);
        page.fill("#code", code);
        page.click("form.act button");
    }

    private void does(String account, String duty, String number, String act, Map<String, String> facts) {
        String unit = duty.equals("handler") ? account : "hotline";
        Actor actor = new Actor(account, account, List.of(new Post(duty, unit)));
        Outcome outcome = town.bean(Desk.class).act(Command.on(number, act, actor, facts, Command.Via.WEB));
        assertInstanceOf(Outcome.Recorded.class, outcome, act + " " + outcome);
    }

    private void answered(String number) {
        does("dispatcher-1", "dispatcher", number, "dispatch", Map.of("unit", "chengguan"));
        does("chengguan", "handler", number, "sign", Map.of());
        does("chengguan", "handler", number, "answer", Map.of("answer", "十四盏路灯已修好。"));
    }

    @Test
    void aCallerFollowsRatesAndOpensAgain() {
        Said said = say(true);
        town.shoot(said.page(), "public-done-phone");
        assertTrue(said.code().matches("[2-9A-Z]{4} [2-9A-Z]{4}"), said.code());
        answered(said.number());
        Page page = visitor(true);
        show(page, said.number(), said.code().replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        page.waitForSelector(".lines");
        town.shoot(page, "public-track-phone");
        String shown = page.innerText("main");
        assertTrue(shown.contains("城市管理局"), shown);
        assertTrue(shown.contains("十四盏路灯已修好"), shown);
        assertFalse(shown.contains("chengguan") || shown.contains("dispatcher-1"), "staff stand behind their unit");
        assertFalse(page.content().contains(PHONE), "personal facts are not shown, not even one's own");
        nothingSticksOut(page);
        page.click("a.btn[href='/track/rate']");
        page.selectOption("#f-rating", "satisfied");
        page.click("form.act button");
        page.waitForURL("**/track");
        assertTrue(page.innerText(".lines").contains("您作了评价"));
        does(
                "caller-back-1",
                "caller-back",
                said.number(),
                "call-back",
                Map.of("outcome", "resolved", "satisfaction", "satisfied"));
        does("supervisor-1", "supervisor", said.number(), "strike", Map.of("proof", "照片", "proof-kind", "photo"));
        page.navigate("/track/reopen");
        page.fill("#f-new-fact", "昨晚又灭了三盏。");
        page.click("form.act button");
        page.waitForURL("**/track");
        assertTrue(page.innerText(".lines").contains("昨晚又灭了三盏"));
        town.shoot(page, "public-reopened-phone");
    }

    @Test
    void whatIsNotPossibleAnyMoreIsSaidInWordsAndAnewIsOffered() {
        Said said = say(true);
        Page page = said.page();
        Response early = page.navigate("/track/rate");
        assertEquals(409, early.status());
        assertTrue(page.innerText("[role=alert]").contains("不能这样办"), page.innerText("main"));
        Actor operator = new Actor("operator-1", "", List.of(new Post("operator", "hotline")));
        town.bean(Desk.class)
                .act(Command.on(
                        said.number(), "reject", operator, Map.of("reason", "重复", "basis", "办法"), Command.Via.WEB));
        page.navigate("/track");
        assertTrue(page.isVisible("main a.btn[href='/say']"), "said anew");
        assertEquals(404, page.navigate("/track/strike").status());
    }

    @Test
    void aWrongCodeOpensNothing() {
        Said said = say(true);
        Page page = visitor(true);
        String wrong = said.code().startsWith("2")
                ? "3" + said.code().substring(1)
                : "2" + said.code().substring(1);
        show(page, said.number(), wrong);
        page.waitForSelector("[role=alert]");
        assertFalse(page.innerText("main").contains(WORDS));
        assertEquals(said.number(), page.inputValue("#number"));
        assertEquals("", page.inputValue("#code"));
        Said other = say(true);
        assertNotEquals(said.code(), other.code());
        show(page, said.number(), other.code());
        page.waitForSelector("[role=alert]");
        for (int i = 0; i < 20; i++) {
            show(page, said.number(), "2222 2222");
        }
        show(page, said.number(), said.code());
        page.waitForSelector("[role=alert]");
        assertTrue(page.innerText("[role=alert]").contains("试错次数太多"));
        town.shoot(page, "public-locked-phone");
    }

    @Test
    void allOfItWorksWithoutScripts() {
        Said said = say(false);
        answered(said.number());
        Page page = visitor(false);
        show(page, said.number(), said.code());
        page.click("a.btn[href='/track/rate']");
        page.click("form.act button");
        assertTrue(page.isVisible("#f-rating-error"), "beside its field");
        page.selectOption("#f-rating", "dissatisfied");
        page.fill("#f-note", "只修了一半");
        page.click("form.act button");
        assertTrue(page.innerText(".lines").contains("不满意"));
    }

    @Test
    void aRefusedSayingKeepsEveryWord() {
        Page page = visitor(true);
        page.navigate("/say");
        page.fill("#f-text", WORDS);
        page.fill("#f-caller-phone", "打我女儿电话");
        page.click("form.act button");
        page.waitForSelector("#f-subject-error");
        assertEquals(WORDS, page.inputValue("#f-text"));
        assertEquals("打我女儿电话", page.inputValue("#f-caller-phone"));
        page.evaluate("document.getElementById('website').value = 'spam'");
        page.click("form.act button");
        page.waitForSelector("main > [role=alert]");
        assertEquals(WORDS, page.inputValue("#f-text"));
        town.shoot(page, "public-say-phone");
    }

    @Test
    void theOperatorReadsTheCodeToTheCaller() {
        Page operator = town.signedIn("operator-1", Screen.DESK);
        operator.navigate("/matters/new/appeal");
        operator.fill("#f-text", WORDS);
        operator.fill("#f-subject", "路灯照明");
        operator.click("form.act button");
        operator.waitForURL("**/matters/SQ-*");
        String code = operator.innerText(".code-card .mono");
        String number = operator.url().substring(operator.url().lastIndexOf('/') + 1);
        town.shoot(operator, "public-code-card");
        Page other = town.signedIn("dispatcher-1", Screen.DESK);
        other.navigate("/matters/" + number);
        assertEquals(0, other.locator(".code-card").count(), "read out by whoever took the call");
        Page caller = visitor(true);
        show(caller, number, code);
        caller.waitForSelector(".lines");
        assertTrue(caller.innerText("main").contains(number));
    }

    /** Signed within a second. */
    private static String receipt(Page page, long position) {
        for (int i = 0; i < 100; i++) {
            APIResponse answer = page.request().get("/log/proof/" + position);
            if (answer.ok()) {
                return answer.text();
            }
            page.waitForTimeout(100);
        }
        throw new AssertionError("not signed");
    }

    private static String verdict(Page page, String receipt, boolean byServer) {
        page.navigate("/verify");
        page.fill("#receipt", receipt);
        page.click(byServer ? "button[data-server]" : "form.act .btn.main");
        String found = byServer ? "#found" : "#verdict";
        page.waitForSelector(found + "[data-verdict]");
        return page.getAttribute(found, "data-verdict") + " " + page.innerText(found);
    }

    /** Another letter in a line of the receipt, which stays one in form. */
    private static String changed(String receipt, String line) {
        int at = receipt.indexOf(line) + line.length() + 7;
        char other = receipt.charAt(at) == 'A' ? 'B' : 'A';
        return receipt.substring(0, at) + other + receipt.substring(at + 1);
    }

    @Test
    void aReceiptIsVerifiedInTheBrowserAndAChangedByteIsRefused() {
        say(true);
        Page page = visitor(true);
        page.navigate("/");
        String receipt = receipt(page, 1);
        for (boolean byServer : List.of(false, true)) {
            String good = verdict(page, receipt, byServer);
            assertTrue(good.startsWith("go ") && good.contains("证明成立"), good);
            assertFalse(good.contains("未核"), good);
            String signature = verdict(page, changed(receipt, "— shishi/370982 "), byServer);
            assertTrue(signature.startsWith("late ") && signature.contains("不符 签名"), signature);
            assertTrue(signature.contains("相符 证明"), signature);
            String proof = verdict(page, receipt.replace("index 0", "index 1"), byServer);
            assertTrue(proof.startsWith("late ") && proof.contains("不符 证明"), proof);
            String form = verdict(page, receipt.substring(3), byServer);
            assertTrue(form.startsWith("late ") && form.contains("不符 格式"), form);
            town.shoot(page, byServer ? "public-verify-server-phone" : "public-verify-phone");
        }
        nothingSticksOut(page);
        String found = verdict(visitor(false), receipt, true);
        assertTrue(found.startsWith("go "), found);
    }

    @Test
    void theStartPageShowsHowEveryNumberIsMade() {
        town.settle();
        Page page = visitor(true);
        page.navigate("/");
        town.shoot(page, "public-start-phone");
        nothingSticksOut(page);
        assertEquals("18px", page.evaluate("getComputedStyle(document.querySelector('main')).fontSize"));
        assertEquals(
                0,
                page.evaluate("[...document.querySelectorAll('main a, main button')].filter("
                        + "each => each.offsetHeight < 44).length"),
                "large enough for any finger");
        page.click("a[href='/published/solution-rate']");
        assertTrue(page.innerText("main").contains("分母"), page.innerText("main"));
        assertEquals(0, page.locator("main a[href^='/registers']").count(), "no rows");
        assertEquals(404, page.navigate("/published/hops").status(), "not published");
        Page desk = town.visitor(Screen.DESK, ColorScheme.DARK, true);
        desk.navigate("/");
        town.shoot(desk, "public-start-dark");
    }

    @Test
    void whatWasBeingWrittenWhenTheSessionEndedIsStillThere() {
        Page page = visitor(true);
        page.navigate("/say");
        page.fill("#f-text", WORDS);
        page.context().clearCookies();
        page.evaluate("window.before = true");
        page.click("form.act button");
        page.waitForFunction("() => !window.before && document.querySelector('#f-text')");
        assertEquals(WORDS, page.inputValue("#f-text"));
        assertTrue(page.url().endsWith("/say"), page.url());
        Said said = say(true);
        answered(said.number());
        said.page().navigate("/track/rate");
        said.page().fill("#f-note", "只修了一半");
        said.page().context().clearCookies();
        said.page().click("form.act button");
        said.page().waitForSelector("#code");
        show(said.page(), said.number(), said.code());
        said.page().click("a.btn[href='/track/rate']");
        assertEquals("只修了一半", said.page().inputValue("#f-note"));
    }

    @Test
    void theSameInEnglish() {
        Page page = visitor(true);
        page.navigate("/language/en?back=/say");
        assertTrue(page.innerText("main").contains("In your own words"), page.innerText("main"));
        town.shoot(page, "public-say-english");
        page.navigate("/");
        town.shoot(page, "public-start-english");
        page.navigate("/track");
        town.shoot(page, "public-ask-english");
    }
}
