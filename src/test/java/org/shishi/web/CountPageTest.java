package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A count that is contested before it is published, and a view that is kept. All of it without scripts, too. */
@TestInstance(Lifecycle.PER_CLASS)
class CountPageTest {
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

    private Page at(String account) {
        return town.signIn(town.visitor(Screen.DESK, ColorScheme.LIGHT, false), account);
    }

    private static void send(Page page) {
        page.click("form.act button.main");
        page.waitForURL("**/matters/SQ-*");
    }

    private String calledBack() {
        Page operator = at("operator-1");
        operator.navigate("/matters/new/appeal");
        operator.fill("#f-text", "要求拆掉邻居合法的阳台");
        operator.fill("#f-subject", "违法建设");
        send(operator);
        String number = operator.url().replaceAll(".*/matters/(SQ-[0-9-]+).*", "$1");
        Page dispatcher = at("dispatcher-1");
        dispatcher.navigate("/matters/" + number + "/dispatch");
        dispatcher.fill("#f-unit", "城市管理局");
        send(dispatcher);
        Page handler = at("chengguan");
        handler.navigate("/matters/" + number);
        handler.click("form[action$='/sign'] button");
        handler.navigate("/matters/" + number + "/answer");
        handler.fill("#f-answer", "阳台有许可，不能拆，已当面说明。");
        send(handler);
        Page callerBack = at("caller-back-1");
        assertTrue(callerBack.textContent("table.work").matches("(?s).*(必访|抽中).*"), "by which rule it is called");
        callerBack.navigate("/matters/" + number + "/call-back");
        callerBack.selectOption("#f-outcome", "unsolved");
        callerBack.selectOption("#f-satisfaction", "dissatisfied");
        send(callerBack);
        return number;
    }

    private static String rate(Page page, String own) {
        page.navigate("/figures?period=year");
        return page.textContent(own + " section.card:has(h2:text-is('解决率')) .big");
    }

    @Test
    void aContestedCountIsLeftOutAndTheRateChanges() {
        String number = calledBack();
        town.settle();
        Page handler = at("chengguan");
        assertEquals("0 %", rate(handler, ".own").strip());
        handler.navigate("/matters/" + number + "/contest-count");
        handler.selectOption("#f-which-rate", "solution-rate");
        handler.fill("#f-cause", "所求于法无据，无从解决");
        handler.fill("#f-basis", "城乡规划法第四十条");
        send(handler);
        town.settle();
        assertEquals("0 %", rate(handler, ".own").strip(), "what is contested still counts");
        assertTrue(handler.textContent(".own").contains("异议中"));
        Page supervisor = at("supervisor-1");
        town.shoot(supervisor, "work-ruling");
        supervisor.click("a.press[href$='" + number + "/leave-out']");
        supervisor.selectOption("#f-which-rate", "solution-rate");
        supervisor.fill("#f-finding", "许可证号核对无误");
        send(supervisor);
        town.settle();
        assertEquals("—", rate(handler, ".own").strip(), "nothing is left to count");
        town.shoot(handler, "figures-own");
        handler.navigate("/figures?period=month&by=dispatcher");
        town.shoot(handler, "figures-dispatcher");
        Page phone = town.signIn(town.visitor(Screen.PHONE, ColorScheme.LIGHT, true), "chengguan");
        phone.navigate("/figures?period=month");
        town.shoot(phone, "figures-phone");
        assertEquals(0, phone.evaluate("document.documentElement.scrollWidth - innerWidth"), "nothing sticks out");
        handler.navigate("/figures?period=year");
        handler.click(".own .made div:has-text('裁定不计入解决率') a");
        assertTrue(handler.textContent("main").contains(number), "it opens into its matters");
    }

    @Test
    void aViewIsKeptUsedAndRemoved() {
        Page page = at("operator-1");
        page.navigate("/registers/appeals?stage=dispatched&sort=registered");
        page.click(".views summary");
        page.fill("#view-name", "已派出的");
        page.click(".views form.row button");
        page.waitForURL("**/registers/appeals?*view=*");
        assertTrue(page.textContent(".views").contains("已存为视图“已派出的”"));
        page.navigate("/registers/appeals");
        page.click(".views a:has-text('已派出的')");
        page.waitForURL("**/registers/appeals?stage=dispatched&sort=registered");
        assertEquals("dispatched", page.inputValue("select[name=stage]"));
        town.shoot(page, "register-views");
        page.click(".views li button");
        page.waitForURL("**/registers/appeals");
        assertEquals(0, page.locator(".views li").count());
        Page other = at("chengguan");
        other.navigate("/registers/appeals");
        assertEquals(0, other.locator(".views li").count(), "another's views are not seen");
    }
}
