package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.shishi.web.Town.Screen;

/** A call comes in: what the operator's desk does while it lasts. */
@TestInstance(Lifecycle.PER_CLASS)
class IntakePageTest {
    private static final String PHONE = "13987650001";
    private static final String WORDS = "幸福路下水井盖缺失，孩子上学危险";
    private Town town;
    private String number = "";

    @BeforeAll
    void open() throws IOException {
        town = Town.open();
        Page page = town.signedIn("operator-1", Screen.DESK);
        page.navigate("/matters/new/appeal");
        page.fill("#f-text", WORDS);
        page.fill("#f-subject", "0305");
        page.fill("#f-caller-phone", PHONE);
        page.click("form.act button");
        page.waitForURL("**/matters/SQ-*");
        number = page.url().substring(page.url().indexOf("/matters/") + 9);
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

    @Test
    void theCallersEarlierMattersAreShownAndThePhoneStandsInNoAddress() {
        Page page = town.signedIn("operator-2", Screen.DESK);
        List<String> addresses = new ArrayList<>();
        page.onRequest((Request request) -> addresses.add(request.url()));
        page.navigate("/work/intake");
        page.fill("#f-caller-phone", PHONE);
        page.waitForSelector("#caller a[href='/matters/" + number + "']");
        assertTrue(page.textContent("#caller").contains(WORDS.substring(0, 8)));
        page.fill("#find", PHONE);
        page.press("#find", "Enter");
        page.waitForURL("**/find");
        assertTrue(page.isVisible("main a[href='/matters/" + number + "']"));
        assertEquals(
                List.of(),
                addresses.stream().filter(each -> each.contains(PHONE)).toList());
    }

    @Test
    void withoutScriptsAButtonLooksForTheCallerAndKeepsWhatIsTyped() {
        Page page = town.signIn(town.visitor(Screen.DESK, ColorScheme.LIGHT, false), "operator-2");
        page.navigate("/work/intake");
        page.fill("#f-text", "同一个人又来电");
        page.fill("#f-caller-phone", PHONE);
        page.click("button[form=act]");
        page.waitForURL("**look=beside");
        assertTrue(page.isVisible("#caller a[href='/matters/" + number + "']"));
        assertEquals("同一个人又来电", page.inputValue("#f-text"));
        assertEquals(PHONE, page.inputValue("#f-caller-phone"));
    }

    @Test
    void theSearchFieldOpensANumberAndLooksForWordsInTheRegister() {
        Page page = town.signedIn("operator-2", Screen.PHONE);
        page.fill("#find", number.toLowerCase(java.util.Locale.ROOT));
        page.press("#find", "Enter");
        page.waitForURL("**/matters/" + number);
        page.fill("#find", "井盖");
        page.press("#find", "Enter");
        page.waitForURL("**/registers/appeals?q=*");
        assertEquals("井盖", page.inputValue("#q"));
    }

    @Test
    void aClassIsFoundByAnyPartOfItsNameWithKeysAlone() {
        Page page = town.signedIn("operator-1", Screen.DESK);
        page.navigate("/work/intake");
        page.keyboard().insertText("瑞山路一排灯不亮");
        page.keyboard().press("Tab");
        page.keyboard().insertText("路灯");
        assertTrue(page.textContent("#f-subject-found li[aria-selected=true]").contains("路灯照明"));
        assertTrue(page.textContent("#f-subject-found li[aria-selected=true]").contains("局"), "and who answers for it");
        town.shoot(page, "intake-sought");
        page.keyboard().press("Enter");
        assertEquals("0305 路灯照明", page.inputValue("#f-subject"));
        assertEquals("f-subject", page.evaluate("document.activeElement.id"), "the form is not sent by that Enter");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/work/intake/appeal/register?opened=SQ-*");
        assertTrue(page.textContent(".opened").contains("SQ-"), "the number is there to be read out");
        assertEquals("f-text", page.evaluate("document.activeElement.id"), "and the next call can begin");
        assertEquals("", page.inputValue("#f-text"));
    }

    @Test
    void withoutScriptsWordsThatMeanSeveralAreAskedBackAndNothingIsLost() {
        Page page = town.signIn(town.visitor(Screen.PHONE, ColorScheme.LIGHT, false), "operator-1");
        page.navigate("/work/intake");
        page.fill("#f-text", "小区里的事");
        page.fill("#f-subject", "物业");
        page.click("form.act button.main");
        page.waitForURL("**/work/intake/appeal/register");
        assertEquals("物业", page.inputValue("#f-subject"));
        assertTrue(page.isVisible("#f-subject-error"));
        assertTrue(page.locator("input[name='subject.pick']").count() > 1);
        town.shoot(page, "intake-several-phone");
        page.check("input[name='subject.pick'][value='0202']");
        page.click("form.act button.main");
        page.waitForURL("**opened=SQ-*");
        page.click(".opened a.btn");
        page.waitForURL("**/matters/SQ-*");
        assertTrue(page.textContent("main").contains("物业收费"));
    }

    @Test
    void theUnitThatUsuallyAnswersStandsInTheFormOfDispatch() {
        Page page = town.signedIn("dispatcher-1", Screen.DESK);
        page.navigate("/matters/" + number + "/dispatch");
        assertEquals("城市管理局", page.inputValue("#f-unit"));
        page.fill("#f-unit", "没有这样一个局");
        page.click("form.act button.main");
        page.waitForSelector("#f-unit-error");
        assertEquals("没有这样一个局", page.inputValue("#f-unit"));
    }
}
