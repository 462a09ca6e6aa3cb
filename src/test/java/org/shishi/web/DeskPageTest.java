package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
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

/** Work at the desk: one press for what asks nothing, times of the office's clock. */
@TestInstance(Lifecycle.PER_CLASS)
class DeskPageTest {
    private static final String NOON = "2025-06-30T12:00";
    private Town town;

    @BeforeAll
    void open() throws IOException {
        town = Town.open(Visits.PACK);
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

    private static String note(Page page, String words) {
        page.navigate("/matters/new/visit");
        page.fill("#f-text", words);
        page.fill("#f-met", NOON);
        page.fill("#f-unit", "民政局");
        page.click("form.act button.main");
        page.waitForURL("**/matters/ZF-*");
        return page.url().substring(page.url().indexOf("/matters/") + 9);
    }

    private Page supervisor(boolean scripts) {
        return town.signIn(town.visitor(Screen.DESK, ColorScheme.LIGHT, scripts), "supervisor-1");
    }

    @Test
    void anActThatAsksNothingIsDoneByOneKey() {
        Page page = supervisor(true);
        String number = note(page, "一键办");
        assertTrue(page.textContent("button[data-key=v] kbd").contains("V"));
        page.keyboard().press("v");
        page.waitForURL("**/matters/" + number);
        page.waitForSelector(".lines li:nth-child(2)");
        assertFalse(page.isVisible("button[data-key=v]"), "it is done");
    }

    @Test
    void withoutScriptsTwoPressesOfOneButtonCountOnce() {
        Page page = supervisor(false);
        note(page, "连按两次");
        page.locator("button[data-key=v]").dblclick();
        page.waitForSelector(".lines li:nth-child(2)");
        assertEquals(2, page.locator(".lines li").count());
    }

    @Test
    void whoeverPressesAfterAnotherIsToldSo() {
        Page late = supervisor(true);
        String number = note(late, "别人先办了");
        Page first = town.signedIn("supervisor-2", Screen.DESK);
        first.navigate("/matters/" + number);
        first.keyboard().press("v");
        first.waitForSelector(".lines li:nth-child(2)");
        late.keyboard().press("v");
        late.waitForSelector(".near-card");
        assertTrue(late.isVisible(".error"));
    }

    @Test
    void aMomentIsTheOfficesWhateverTheClockOfTheBrowserShows() {
        Page page = town.visitor(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("zh-CN")
                .setTimezoneId("America/New_York"));
        town.signIn(page, "supervisor-1");
        note(page, "纽约的浏览器");
        assertTrue(page.textContent("main").contains("2025年6月30日 12:00"), page.textContent("main"));
        page.navigate("/matters/new/visit");
        page.fill("#f-met", NOON);
        page.click("form.act button.main");
        page.waitForSelector("#f-text-error");
        assertEquals(NOON, page.inputValue("#f-met"), "refused, it stands as it was typed");
        assertTrue(page.textContent("form.act").contains("北京时间"));
    }

    @Test
    void manyAreDoneByOnePressAndEachIsAnswered() {
        Page page = supervisor(true);
        List<String> numbers = List.of(note(page, "一起办甲"), note(page, "一起办乙"), note(page, "一起办丙"));
        town.settle();
        Page other = town.signedIn("supervisor-2", Screen.DESK);
        page.navigate("/work");
        assertTrue(page.isDisabled("[data-together]"), "nothing is ticked yet");
        other.navigate("/matters/" + numbers.getFirst());
        other.keyboard().press("v");
        other.waitForSelector(".lines li:nth-child(2)");
        numbers.forEach(number -> page.check("input[value='" + number + "']"));
        assertTrue(page.textContent("[data-ticked]").contains("3"));
        town.shoot(page, "work-ticked");
        page.keyboard().press("v");
        page.waitForURL("**/work/together");
        town.shoot(page, "together");
        assertEquals(3, page.locator("tbody tr").count());
        assertEquals(2, page.locator("tbody .light.go").count());
        assertTrue(
                page.textContent("tbody tr:first-child").contains(numbers.getFirst()), "what did not go stands first");
        assertTrue(page.textContent("tbody tr:first-child td:last-child").contains("已阅"), "and says why");
        page.navigate("/matters/" + numbers.get(1));
        assertEquals(2, page.locator(".lines li").count());
    }

    @Test
    void withoutScriptsTheTickedAreSortedByOneFormThatAsks() {
        Page page = supervisor(false);
        List<String> numbers = List.of(note(page, "分办甲"), note(page, "分办乙"));
        town.settle();
        page.navigate("/work");
        page.click("button[value='visit/sort']");
        assertTrue(page.textContent("[role=alert]").contains("勾选"), "nothing was ticked");
        numbers.forEach(number -> page.check("input[value='" + number + "']"));
        page.click("button[value='visit/sort']");
        page.waitForSelector("#f-answer");
        page.click("form.act button.main");
        page.waitForSelector("#f-answer-error");
        page.fill("#f-answer", "交社会救助科");
        page.click("form.act button.main");
        page.waitForURL("**/work/together");
        assertEquals(2, page.locator("tbody .light.go").count());
        page.navigate("/matters/" + numbers.getFirst());
        assertTrue(page.textContent("main").contains("交社会救助科"));
    }

    @Test
    void theWorklistIsWalkedByKeys() {
        Page page = supervisor(true);
        String number = note(page, "用键盘");
        town.settle();
        page.navigate("/work");
        do {
            page.keyboard().press("j");
        } while (!String.valueOf(page.getAttribute("tr.at .title", "href")).endsWith(number));
        page.keyboard().press("x");
        assertTrue(page.isChecked("input[value='" + number + "']"));
        page.keyboard().press("x");
        page.keyboard().press("o");
        page.waitForURL("**/matters/" + number + "/sort");
    }
}
