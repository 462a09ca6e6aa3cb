package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.web.Town.Screen;

/** One appeal from registration to strike-off in a real browser, and what can go wrong on the way. */
@TestInstance(Lifecycle.PER_CLASS)
class WalkPageTest {
    private static final String WORDS = "果都镇瑞山路路灯成片不亮，夜里不敢走";
    private static final Pattern RECORDED = Pattern.compile(".*/matters/SQ-[0-9-]+");
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

    private String register(Page page) {
        page.navigate("/matters/new/appeal");
        page.fill("#f-text", WORDS);
        page.fill("#f-subject", "路灯照明");
        page.fill("#f-place-division", "果都镇");
        page.fill("#f-place-text", "瑞山路");
        page.fill("#f-caller-name", "王小明");
        page.fill("#f-caller-phone", "13812345678");
        send(page);
        return number(page);
    }

    private static void send(Page page) {
        page.click("form.act button");
        page.waitForURL(RECORDED);
    }

    private static String number(Page page) {
        String path = page.url().substring(page.url().indexOf("/matters/") + 9);
        assertTrue(path.matches("SQ-[0-9-]+"), page.url());
        return path;
    }

    private static void press(Page page, String number, String act) {
        page.navigate("/matters/" + number);
        page.click("a.btn[href$='/" + act + "']");
        page.waitForURL("**/" + act);
    }

    private void dispatch(Page page, String number) {
        press(page, number, "dispatch");
        page.fill("#f-unit", "城市管理局");
        send(page);
    }

    @ParameterizedTest
    @EnumSource
    void anAppealIsWalkedToItsEndByFourAccounts(Screen screen) {
        String at = "-" + screen.name().toLowerCase(java.util.Locale.ROOT);
        Page operator = town.signedIn("operator-1", screen);
        operator.navigate("/work/intake");
        town.shoot(operator, "intake" + at);
        String number = register(operator);
        town.shoot(operator, "matter-registered" + at);
        assertFalse(operator.textContent("main").contains("13812345678"), "the phone is masked");
        dispatch(town.signedIn("dispatcher-1", screen), number);

        Page handler = town.signedIn("chengguan", screen);
        town.shoot(handler, "work" + at);
        assertTrue(handler.textContent("main").contains(number));
        handler.navigate("/matters/" + number);
        handler.keyboard().press("s");
        handler.waitForSelector("a.btn[href$='/answer']");
        press(handler, number, "answer");
        handler.fill("#f-answer", "瑞山路 14 盏路灯已全部修好，10 月 12 日夜间复查正常。");
        town.shoot(handler, "matter-form" + at);
        send(handler);

        Page callerBack = town.signedIn("caller-back-1", screen);
        press(callerBack, number, "call-back");
        callerBack.selectOption("#f-outcome", "resolved");
        callerBack.selectOption("#f-satisfaction", "satisfied");
        send(callerBack);

        Page supervisor = town.signedIn("supervisor-1", screen);
        press(supervisor, number, "strike");
        supervisor.fill("#f-proof", "回访录音与修复照片一致");
        send(supervisor);
        assertTrue(supervisor.isVisible(".struck"));
        assertEquals(6, supervisor.locator(".lines li").count());
        town.shoot(supervisor, "matter-struck" + at);
        Object over = supervisor.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertEquals(0, over, "nothing sticks out at the side");
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        Page page = town.signedIn("operator-1", Screen.DESK);
        page.navigate("/work/intake");
        page.fill("#f-text", WORDS);
        page.fill("#f-caller-phone", "no phone");
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST")
                        && !response.url().contains("look="),
                () -> page.click("form.act button"));
        page.waitForLoadState();
        assertEquals(422, answer.status());
        assertEquals(WORDS, page.inputValue("#f-text"));
        assertEquals("no phone", page.inputValue("#f-caller-phone"));
        assertTrue(page.isVisible("#f-subject-error"), "the message stands beside the field");
        town.shoot(page, "refused");
    }

    @Test
    void whoeverSawAnOlderStateIsShownWhatHappenedAndLosesNoWord() {
        Page operator = town.signedIn("operator-1", Screen.DESK);
        String number = register(operator);
        Page late = town.signedIn("dispatcher-1", Screen.DESK);
        press(late, number, "reject");
        late.fill("#f-reason", "不属于受理范围的理由");
        dispatch(town.signedIn("dispatcher-2", Screen.DESK), number);
        late.fill("#f-basis", "办法第 19 条");
        Response answer = late.waitForResponse(
                response -> response.request().method().equals("POST"), () -> late.click("form.act button"));
        late.waitForLoadState();
        assertTrue(answer.status() == 409 || answer.status() == 412, "status " + answer.status());
        assertTrue(late.isVisible(".near-card"), "what happened since");
        assertEquals("不属于受理范围的理由", late.inputValue("#f-reason"));
        town.shoot(late, "stale");
    }

    @Test
    void aDoubleClickCountsOnceEvenWithoutScripts() {
        Page page = town.signIn(town.visitor(Screen.DESK, ColorScheme.LIGHT, false), "operator-1");
        page.navigate("/matters/new/appeal");
        page.fill("#f-text", "同一句话点了两次");
        page.fill("#f-subject", "路灯照明");
        page.locator("form.act button").dblclick();
        page.waitForURL("**/matters/SQ-*");
        String first = number(page);
        assertEquals(1, page.locator(".lines li").count());
        long next = running(register(page)) - running(first);
        assertEquals(1, next, "the second click put nothing on account");
    }

    private static long running(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    @Test
    void anotherUnitsMatterIsNotShown() {
        String number = register(town.signedIn("operator-1", Screen.DESK));
        dispatch(town.signedIn("dispatcher-1", Screen.DESK), number);
        Page other = town.signedIn("zhujian", Screen.PHONE);
        assertEquals(403, other.navigate("/matters/" + number).status());
        assertFalse(other.textContent("main").contains(WORDS));
        town.shoot(other, "forbidden");
    }

    @Test
    void whoeverIsSignedOutIsLedToTheDoor() {
        Page page = town.visitor(Screen.DESK, ColorScheme.LIGHT, true);
        page.navigate("/matters/SQ-20211009-0417");
        assertTrue(page.url().endsWith("/sign-in"), page.url());
    }

    @Test
    void whatWasBeingWrittenWhenTheSessionEndedIsThereAfterSigningInAgain() {
        Page page = town.signedIn("operator-1", Screen.DESK);
        page.navigate("/matters/new/appeal");
        page.fill("#f-text", "会话过期前写下的话");
        page.context().clearCookies();
        page.click("form.act button");
        page.waitForURL("**/sign-in");
        town.signInHere(page, "operator-1");
        page.waitForURL("**/matters/new/appeal*");
        assertEquals("会话过期前写下的话", page.inputValue("#f-text"));
    }

    @Test
    void pagesAreReadByScreenReadersInBothLanguagesAndInTheDark() {
        Page page = town.signIn(town.visitor(Screen.DESK, ColorScheme.DARK, true), "operator-1");
        for (String path : List.of("/work", "/work/intake", "/packs", "/packs/appeals")) {
            page.navigate(path);
            assertEquals("zh-CN", page.getAttribute("html", "lang"));
            assertEquals(1, page.locator("h1").count(), path);
            assertEquals(0, unlabelled(page), path);
            town.shoot(page, "dark" + path.replace('/', '-'));
        }
        page.navigate("/language/en?back=/packs/appeals");
        assertEquals("en", page.getAttribute("html", "lang"));
        town.shoot(page, "english-packs");
        page.navigate("/work/intake");
        town.shoot(page, "english-intake");
        Page phone = town.signedIn("operator-1", Screen.PHONE);
        phone.navigate("/packs/appeals");
        town.shoot(phone, "packs-phone");
        Page visitor = town.visitor(Screen.PHONE, ColorScheme.LIGHT, true);
        visitor.navigate("/");
        town.shoot(visitor, "start-phone");
        visitor.navigate("/sign-in");
        assertEquals(0, unlabelled(visitor));
        town.shoot(visitor, "sign-in-phone");
    }

    private static int unlabelled(Page page) {
        return (Integer)
                page.evaluate("[...document.querySelectorAll('input:not([type=hidden]),select,textarea')].filter("
                        + "each => !each.labels.length && !each.getAttribute('aria-label')).length");
    }
}
