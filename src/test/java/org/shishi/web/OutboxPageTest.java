package org.shishi.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.People;
import org.shishi.post.PostOffice;

/** Those who look after the outbox see what is on its way, and decide where it leads nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxPageTest {
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

    private String registered(Map<String, String> caller) {
        Map<String, String> facts = new java.util.HashMap<>(caller);
        facts.putAll(Map.of("text", "瑞山路十几盏路灯三天不亮", "subject", "0305", "channel", "12345", "urgency", "ordinary"));
        var by = town.bean(People.class).actor("operator-1");
        Outcome outcome = town.bean(Desk.class).act(Command.open("appeal", "register", by, facts, Command.Via.API));
        while (town.bean(PostOffice.class).round() > 0) {
            Thread.onSpinWait();
        }
        return outcome instanceof Outcome.Recorded recorded
                ? recorded.entry().number().orElseThrow()
                : "";
    }

    @Test
    void aNoticeIsSeenWithItsAddressMaskedAndGivenUpWithAReason() {
        String number = registered(Map.of("caller.name", "王先生", "caller.phone", "19900001234"));
        Page page = town.signedIn("admin", Town.Screen.DESK);
        page.click("nav a[href='/outbox']");
        assertThat(page.locator("h1")).hasText("发件箱");
        page.fill("#number", number);
        page.click("form.ask button");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("待发");
        assertThat(page.locator("tbody tr")).containsText("您反映的问题已登记，编号 " + number);
        assertThat(page.locator("tbody")).not().containsText("19900001234");
        town.shoot(page, "outbox");
        page.click("tbody a.title");
        page.locator("#why").evaluate("input => input.removeAttribute('required')");
        page.click("button[value='given-up']");
        assertThat(page.locator("p.error")).hasText("请写明事由，不超过 100 字");
        page.fill("#why", "网关停机，已改发公告");
        town.shoot(page, "outbox-letter");
        page.click("button[value='given-up']");
        assertThat(page.locator(".head .light")).hasText("已放弃");
        page.navigate("/matters/" + number);
        assertThat(page.locator("main")).containsText("未能告知");
        assertThat(page.locator("main")).containsText("admin: 网关停机，已改发公告");
        assertEquals(List.of(), town.complaints());
    }

    @Test
    void whoLeftNothingStandsAmongThoseGivenUp() {
        String number = registered(Map.of());
        Page page = town.signedIn("supervisor-1", Town.Screen.PHONE);
        page.navigate("/outbox?where=given-up&number=" + number);
        assertThat(page.locator("tbody tr")).containsText("没有留联系方式");
        town.shoot(page, "outbox-phone");
    }

    @Test
    void nobodyElseLooksIn() {
        Page page = town.signedIn("chengguan", Town.Screen.DESK);
        assertThat(page.locator("nav a[href='/outbox']")).hasCount(0);
        assertEquals(403, page.navigate("/outbox").status());
        assertEquals(
                403,
                page.navigate("/outbox/00000000-0000-0000-0000-000000000000").status());
        Page admin = town.signedIn("admin", Town.Screen.DESK);
        assertEquals(
                404,
                admin.navigate("/outbox/00000000-0000-0000-0000-000000000000").status());
        assertEquals(404, admin.navigate("/outbox/x").status());
        assertEquals(
                200,
                admin.navigate("/outbox?where=x&way=y&number=%E4%B8%80&before=z")
                        .status());
    }
}
