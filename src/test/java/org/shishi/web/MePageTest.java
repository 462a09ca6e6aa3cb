package org.shishi.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.People;
import org.shishi.post.PostOffice;

/** What somebody keeps about themselves, and what comes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MePageTest {
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

    private String act(Command command) {
        Outcome outcome = town.bean(Desk.class).act(command);
        return outcome instanceof Outcome.Recorded recorded
                ? recorded.entry().number().orElse("")
                : outcome.toString();
    }

    private String dispatched() {
        Map<String, String> facts = new HashMap<>(Map.of("text", "瑞山路路灯不亮，王大爷摔了一跤", "subject", "0305"));
        facts.putAll(
                Map.of("channel", "12345", "urgency", "ordinary", "caller.name", "王先生", "caller.phone", "19900001234"));
        People people = town.bean(People.class);
        String number = act(Command.open("appeal", "register", people.actor("operator-1"), facts, Command.Via.API));
        act(Command.on(number, "dispatch", people.actor("dispatcher-1"), Map.of("unit", "chengguan"), Command.Via.API));
        while (town.bean(PostOffice.class).round() > 0) {
            Thread.onSpinWait();
        }
        town.settle();
        return number;
    }

    @Test
    void whoeverLeavesAnAddressIsWrittenToAndTheOutboxShowsIt() {
        Page page = town.signedIn("chengguan", Town.Screen.DESK);
        page.click("nav a[href='/me']");
        page.locator("#mail").evaluate("input => input.type = 'text'");
        page.fill("#mail", "chengguan at example");
        page.click("#mail-of-mine button");
        assertThat(page.locator("#mail-of-mine .error")).hasText("这不是一个邮箱地址");
        page.fill("#mail", "chengguan@shishi.example");
        page.click("#mail-of-mine button");
        assertThat(page.locator("[role=status]")).containsText("邮箱已保存");
        town.shoot(page, "me");
        String number = dispatched();
        Page admin = town.signedIn("admin", Town.Screen.DESK);
        admin.navigate("/outbox?way=mail&number=" + number);
        assertThat(admin.locator("tbody tr")).hasCount(1);
        assertThat(admin.locator("tbody tr")).containsText("城市管理局经办人");
        assertThat(admin.locator("tbody tr")).containsText("派单：" + number);
    }

    @Test
    void aChangedPasswordEndsTheSessionsElsewhere() {
        Page here = town.signedIn("zhujian", Town.Screen.DESK);
        Page elsewhere = town.signedIn("zhujian", Town.Screen.PHONE);
        here.navigate("/me");
        here.fill("#old", "not the old one");
        here.fill("#wanted", "a correct horse battery");
        here.fill("#again", "a correct horse battery");
        here.click("#password button");
        assertThat(here.locator("#password .error")).containsText("现在的密码不对");
        here.fill("#old", town.password("zhujian"));
        here.fill("#wanted", "a correct horse battery");
        here.fill("#again", "a correct horse battery!");
        here.click("#password button");
        assertThat(here.locator("#password .error")).hasText("两遍新密码不一样");
        here.fill("#old", town.password("zhujian"));
        here.fill("#wanted", "a correct horse battery");
        here.fill("#again", "a correct horse battery");
        here.click("#password button");
        assertThat(here.locator("[role=status]")).containsText("密码已修改");
        here.navigate("/work");
        assertThat(here.locator("h1")).not().hasText("登录");
        assertTrue(here.url().endsWith("/work"));
        elsewhere.navigate("/work");
        assertTrue(elsewhere.url().endsWith("/sign-in"), elsewhere.url());
        Page next = town.visitor(Town.Screen.DESK, ColorScheme.LIGHT, false);
        next.navigate("/sign-in");
        next.fill("#account", "zhujian");
        next.fill("#password", "a correct horse battery");
        next.click("main button");
        assertTrue(next.url().contains("/work"), next.url());
    }

    @Test
    void aCalendarIsReadByWhoeverHasItsAddressUntilItIsRevoked() throws IOException, InterruptedException {
        String number = dispatched();
        Page page = town.visitor(Town.Screen.DESK, ColorScheme.LIGHT, false);
        town.signIn(page, "chengguan");
        page.navigate("/me");
        page.click("#calendar button");
        String address = page.inputValue("#feed");
        town.shoot(page, "me-calendar");
        page.navigate("/me");
        assertThat(page.locator("#feed")).hasCount(0);
        HttpResponse<String> read = get(address, "");
        assertEquals(200, read.statusCode());
        assertEquals(
                "text/calendar;charset=UTF-8",
                read.headers().firstValue("Content-Type").orElse(""));
        String unfolded = read.body().replace("\r\n ", "");
        assertTrue(unfolded.contains(number + " 路灯照明"), unfolded);
        assertFalse(unfolded.contains("王") || unfolded.contains("19900001234"), unfolded);
        assertEquals(
                304, get(address, read.headers().firstValue("ETag").orElse("")).statusCode());
        assertEquals(404, get(address.replace(".ics", "x.ics"), "").statusCode());
        page.click("form[action='/me/calendar/close'] button");
        assertThat(page.locator("[role=status]")).containsText("订阅已停止");
        assertEquals(404, get(address, "").statusCode());
    }

    private static HttpResponse<String> get(String address, String seen) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!seen.isEmpty()) {
            request.header("If-None-Match", seen);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
