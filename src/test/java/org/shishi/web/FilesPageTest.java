package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.files.Pictures;
import org.shishi.web.Town.Screen;

/** Photographs, recordings and documents, picked in a real browser. */
class FilesPageTest {
    private static Town town;

    @BeforeAll
    static void open() throws IOException {
        town = Town.open();
    }

    @AfterAll
    static void close() {
        if (town != null) {
            assertEquals(List.of(), town.complaints());
            town.close();
        }
    }

    private static FilePayload file(String name, String type, byte[] bytes) {
        return new FilePayload(name, type, bytes);
    }

    /** An appeal that waits to be struck off. */
    private static String calledBack() {
        String number = town.act(
                "operator-1",
                "",
                "register",
                Map.of("text", "井盖缺损", "subject", "0305", "channel", "12345", "urgency", "ordinary"));
        town.act("dispatcher-1", number, "dispatch", Map.of("unit", "chengguan"));
        town.act("chengguan", number, "sign", Map.of());
        town.act("chengguan", number, "answer", Map.of("answer", "已更换"));
        town.act("caller-back-1", number, "call-back", Map.of("outcome", "resolved", "satisfaction", "satisfied"));
        return number;
    }

    private static Page strikeForm(String account, String number, Screen screen) {
        Page page = town.signedIn(account, screen);
        page.navigate("/matters/" + number + "/strike");
        page.fill("#f-proof", "更换后的现场照片");
        return page;
    }

    private static int send(Page page) {
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST"), () -> page.click("form.act button"));
        page.waitForLoadState();
        return answer.status();
    }

    @Test
    void aPhotographIsSeenByWhoMaySeeTheMatterAndHoldsNoPlace() {
        String number = calledBack();
        Page page = strikeForm("supervisor-1", number, Screen.PHONE);
        page.setInputFiles("#f-proof-files", file("井盖 后.jpg", "image/jpeg", Pictures.photo(6)));
        town.shoot(page, "files-form-phone");
        assertEquals(303, send(page));
        page.waitForURL("**/matters/" + number);
        page.waitForFunction("() => document.querySelector('.lines .photo img')?.naturalWidth > 0");
        assertTrue((Boolean)
                page.evaluate("(i => i.naturalHeight > i.naturalWidth)(document.querySelector('.photo img'))"));
        town.shoot(page, "files-matter-phone");

        String href = Objects.requireNonNull(page.getAttribute(".photo", "href"));
        APIResponse kept = page.request().get(href);
        assertEquals(200, kept.status());
        assertEquals("image/jpeg", kept.headers().get("content-type"));
        assertEquals("nosniff", kept.headers().get("x-content-type-options"));
        assertTrue(kept.headers().getOrDefault("content-security-policy", "").contains("sandbox"));
        String bytes = new String(kept.body(), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.length() > 1000 && !bytes.contains("PhoneCo") && !bytes.contains("secret"));

        Page other = town.signedIn("zhujian", Screen.DESK);
        assertEquals(403, other.request().get(href).status());
        assertEquals(403, other.request().get(href + "/thumb").status());
        String strange = href.substring(0, href.length() - 64) + "0".repeat(64);
        assertEquals(404, page.request().get(strange).status());
        Page nobody = town.visitor(Screen.DESK, ColorScheme.LIGHT, true);
        assertFalse(nobody.request()
                .get(href)
                .headers()
                .getOrDefault("content-type", "")
                .startsWith("image/"));
        Page wide = town.signedIn("supervisor-1", Screen.DESK);
        wide.navigate("/matters/" + number);
        wide.waitForFunction("() => document.querySelector('.lines .photo img')?.naturalWidth > 0");
        town.shoot(wide, "files-matter-desk");
    }

    @Test
    void whatIsNoPhotographIsRefusedBesideItsFieldAndNothingIsLost() {
        String number = calledBack();
        Page page = strikeForm("supervisor-1", number, Screen.DESK);
        page.setInputFiles("#f-proof-files", new FilePayload[] {
            file("真.jpg", "image/jpeg", Pictures.photo(1)),
            file("假.jpg", "image/jpeg", "not a picture".getBytes(StandardCharsets.UTF_8))
        });
        assertEquals(422, send(page));
        assertTrue(page.textContent("#f-proof-files-error").contains("假.jpg"));
        assertEquals("更换后的现场照片", page.inputValue("#f-proof"));
        assertTrue(page.textContent(".ticks").contains("真.jpg"), "the good one need not be sent again");
        town.shoot(page, "files-refused");
        assertEquals(303, send(page));
        page.waitForURL("**/matters/" + number);
        assertEquals(1, page.locator(".lines .photo").count());
    }

    @Test
    void aRecordingIsHeardFromTheMiddleAndADocumentIsTakenHome() {
        String number = calledBack();
        Page page = strikeForm("supervisor-2", number, Screen.DESK);
        page.setInputFiles("#f-proof-files", new FilePayload[] {
            file("回访.wav", "audio/wav", Pictures.wav()), file("回单.pdf", "application/pdf", Pictures.pdf(""))
        });
        assertEquals(303, send(page));
        page.waitForURL("**/matters/" + number);
        String sound = Objects.requireNonNull(page.getAttribute(".lines audio", "src"));
        APIResponse part = page.request().get(sound, RequestOptions.create().setHeader("Range", "bytes=100-199"));
        assertEquals(206, part.status());
        assertEquals(100, part.body().length);
        String paper = Objects.requireNonNull(page.getAttribute(".lines .paper", "href"));
        APIResponse document = page.request().get(paper);
        assertTrue(document.headers().getOrDefault("content-disposition", "").startsWith("attachment"));
        town.shoot(page, "files-matter-sound");
    }

    @Test
    void filesArePickedWithoutScripts() {
        Page page = town.signIn(town.visitor(Screen.PHONE, ColorScheme.LIGHT, false), "operator-1");
        page.navigate("/matters/new/appeal");
        page.fill("#f-text", "路面塌陷");
        page.fill("#f-subject", "路灯照明");
        page.setInputFiles("#f-photos", file("a.png", "image/png", Pictures.png()));
        page.click("form.act button");
        page.waitForURL("**/matters/SQ-*");
        assertTrue(page.locator(".photo").count() >= 1);
    }
}
