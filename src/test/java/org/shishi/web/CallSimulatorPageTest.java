package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.shishi.web.Town.Screen;

/**
 * Calls are taken with keys alone. An operator has a minute for a call and presses about three keys a second; what is
 * pressed besides the caller's own words and number has to leave room for listening.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CallSimulatorPageTest {
    private static final int KEYS_A_MINUTE = 60 * 3;
    /** Presses a call may cost besides what the caller says: a tenth of the minute. */
    private static final int BOUND = KEYS_A_MINUTE / 10;

    private static final String LIGHTS = "瑞山路学校门口的路灯坏了三天，晚上孩子放学看不见路，请尽快修好";
    private Town town;
    private int presses;

    @BeforeAll
    void open() throws IOException {
        town = Town.open();
        Page page = town.signedIn("operator-1", Screen.DESK);
        for (int i = 0; i < 4; i++) {
            page.navigate("/matters/new/appeal");
            page.fill("#f-text", LIGHTS + "，这是第 " + i + " 次");
            page.fill("#f-subject", "0305");
            page.click("form.act button.main");
            page.waitForURL("**/matters/SQ-*");
        }
        town.settle();
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

    private void press(Page page, String key) {
        presses++;
        page.keyboard().press(key);
    }

    /** What the caller says counts as text; the operator types it while listening. */
    private static void says(Page page, String words) {
        page.keyboard().insertText(words);
    }

    private String sent(Page page) {
        press(page, "Control+Enter");
        page.waitForURL("**opened=SQ-*");
        page.waitForSelector("#f-text:focus");
        return page.textContent(".opened .big");
    }

    @Test
    void threeCallsAreTakenWithoutAMouse() {
        Page page = town.signedIn("operator-2", Screen.DESK);
        page.navigate("/work/intake");
        int before = presses;

        says(page, "学校门口路灯不亮，孩子放学看不见路");
        page.waitForSelector("[data-fills='f-subject']");
        String beside = page.textContent("#beside");
        assertTrue(beside.matches("(?s).*最近 \\d+ 件相似诉求中 \\d+ 件归入此类.*"), beside);
        town.shoot(page, "call-beside");
        press(page, "Alt+a");
        assertEquals("0305 路灯照明", page.inputValue("#f-subject"));
        press(page, "Alt+p");
        says(page, "13987650002");
        String first = sent(page);
        town.shoot(page, "call-opened");

        says(page, "医药费报销要带什么，多久能办完");
        page.waitForSelector("#beside .snippet");
        assertTrue(page.textContent("#beside").contains("30 个工作日"), "answered while the caller waits");
        press(page, "Alt+c");
        says(page, "0803");
        press(page, "Alt+p");
        says(page, "13987650002");
        page.waitForSelector("#caller a[href='/matters/" + first.strip() + "']");
        sent(page);

        press(page, "Alt+2");
        page.waitForURL("**/appeal/decline");
        says(page, "法院判了以后对方不还钱，要热线去要");
        press(page, "Alt+c");
        says(page, "9902");
        press(page, "Alt+r");
        press(page, "ArrowDown");
        press(page, "ArrowDown");
        assertEquals("litigation", page.inputValue("#f-class"));
        page.waitForCondition(() -> page.inputValue("#f-told").contains("法院"));
        assertTrue(page.inputValue("#f-basis").contains("条例"));
        town.shoot(page, "call-declined");
        sent(page);

        int each = (int) Math.ceil((presses - before) / 3.0);
        System.out.printf(
                "keys pressed a call besides the caller's words: %d (bound %d; a minute has %d)%n",
                each, BOUND, KEYS_A_MINUTE);
        assertTrue(each <= BOUND, each + " presses a call");
    }

    @Test
    void whatIsTheSameIsMergedRightAfter() {
        Page page = town.signedIn("operator-1", Screen.DESK);
        page.navigate("/work/intake");
        says(page, LIGHTS);
        page.waitForSelector("#beside [data-alt='4']");
        press(page, "Alt+a");
        press(page, "Alt+4");
        page.waitForSelector("#beside [data-alt='4']:checked");
        press(page, "Control+Enter");
        page.waitForURL("**/merge?lead=SQ-*");
        assertTrue(page.inputValue("#f-lead").startsWith("SQ-"));
        page.click("form.act button.main");
        page.waitForURL("**/matters/SQ-*");
        assertTrue(page.textContent("main").contains("已并件"));
    }

    @Test
    void withoutScriptsTheSameIsDoneByButtons() {
        Page page = town.signIn(town.visitor(Screen.PHONE, ColorScheme.LIGHT, false), "operator-1");
        page.navigate("/work/intake");
        page.fill("#f-text", LIGHTS);
        page.click("button[form=act]");
        page.waitForURL("**look=beside");
        assertEquals(LIGHTS, page.inputValue("#f-text"));
        page.check("input[name='subject.pick']");
        town.shoot(page, "call-beside-phone");
        page.click("form.act button.main");
        page.waitForURL("**opened=SQ-*");
        assertTrue(page.isVisible(".opened"));
        page.navigate("/work/intake/appeal/decline");
        page.fill("#f-text", "法院判了以后对方不还钱");
        page.fill("#f-subject", "9902");
        page.selectOption("#f-class", "litigation");
        page.click("form.act button.main");
        page.waitForLoadState();
        assertTrue(page.inputValue("#f-told").contains("法院"), "the words are offered, and nothing is recorded unseen");
        page.click("form.act button.main");
        page.waitForURL("**opened=SQ-*");
    }

    @Test
    void anEmptyReplyIsLookedAtAgainAndMayBeSentAllTheSame() {
        Page operator = town.signedIn("operator-1", Screen.DESK);
        operator.navigate("/matters/new/appeal");
        operator.fill("#f-text", "平阳河边的健身器材掉了一个螺丝");
        operator.fill("#f-subject", "0611");
        operator.click("form.act button.main");
        operator.waitForURL("**/matters/SQ-*");
        String number = operator.url().substring(operator.url().indexOf("/matters/") + 9);
        Page dispatcher = town.signedIn("dispatcher-1", Screen.DESK);
        dispatcher.navigate("/matters/" + number + "/dispatch");
        dispatcher.fill("#f-unit", "城市管理局");
        dispatcher.click("form.act button.main");
        dispatcher.waitForURL("**/matters/" + number);

        Page handler = town.signedIn("chengguan", Screen.DESK);
        handler.navigate("/matters/" + number);
        handler.keyboard().press("s");
        handler.waitForSelector("a.btn[href$='/answer']");
        handler.navigate("/matters/" + number + "/answer");
        handler.fill("#f-answer", "您好，正在研究，请耐心等待。");
        handler.waitForSelector("#look .hint");
        assertTrue(handler.textContent("#look").contains("请耐心等待"));
        town.shoot(handler, "look-again");

        Page plain = town.signIn(town.visitor(Screen.PHONE, ColorScheme.LIGHT, false), "chengguan");
        plain.navigate("/matters/" + number + "/answer");
        plain.fill("#f-answer", "您好，正在研究，请耐心等待。");
        plain.click("form.act button.main");
        plain.waitForSelector("#look .hint");
        assertEquals("您好，正在研究，请耐心等待。", plain.inputValue("#f-answer"));
        assertFalse(plain.textContent("main .lines").contains("正在研究"), "nothing is recorded yet");
        plain.click("form.act button.main");
        plain.waitForURL("**/matters/" + number);
        assertTrue(plain.textContent("main .lines").contains("正在研究"), "sent again it stands in the ledger");
    }
}
