package org.shishi.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.Shishi;
import org.shishi.TestDatabase;
import org.shishi.advice.Advice;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.shishi.people.DemoCity;
import org.shishi.people.Opening;
import org.shishi.people.People;
import org.shishi.sheet.Sheets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program on a database of its own with the demonstration city, and a real browser before it. */
final class Town implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SHOTS = Path.of("target", "screenshots");

    private final ConfigurableApplicationContext program;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, String> passwords = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final String address;

    private Town(Map<String, String> packs) throws IOException {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "town-");
        for (Map.Entry<String, String> file : packs.entrySet()) {
            Path path = data.resolve("packs").resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        PGSimpleDataSource database = TestDatabase.fresh();
        program = new SpringApplicationBuilder(Shishi.class)
                .logStartupInfo(false)
                .run(
                        "--server.port=0",
                        "--shishi.data=" + data,
                        "--shishi.db.url=" + database.getURL(),
                        "--shishi.db.user=" + database.getUser(),
                        "--shishi.db.password=" + database.getPassword());
        address = "http://localhost:" + program.getEnvironment().getRequiredProperty("local.server.port");
        DemoCity city = DemoCity.find("370982").orElseThrow();
        List<Opening> opened = city.openings();
        city.write(program.getBean(People.class), opened, Instant.now());
        opened.forEach(opening -> passwords.put(opening.account(), opening.password()));
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Skips the tests where there is no browser. */
    static Town open() throws IOException {
        return open(Map.of());
    }

    /** @param packs files a city lays over the packs, by path */
    static Town open(Map<String, String> packs) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
        Files.createDirectories(SHOTS);
        return new Town(packs);
    }

    /** How wide a screen is. */
    enum Screen {
        DESK(1280, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** A page nobody is signed in at. What the browser complains of is kept. */
    Page visitor(Screen screen, ColorScheme colours, boolean scripts) {
        return visitor(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(colours)
                .setJavaScriptEnabled(scripts)
                .setLocale("zh-CN"));
    }

    Page visitor(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(address));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean refused = message.text().contains("the server responded with a status of");
            if (message.type().equals("error") && !refused) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    Page signedIn(String account, Screen screen) {
        return signIn(visitor(screen, ColorScheme.LIGHT, true), account);
    }

    Page signIn(Page page, String account) {
        page.navigate("/sign-in");
        signInHere(page, account);
        page.waitForURL("**/work*");
        return page;
    }

    /** As it was when the city was founded. */
    String password(String account) {
        return Objects.requireNonNull(passwords.get(account), account);
    }

    /** At the form that is shown already. */
    void signInHere(Page page, String account) {
        page.fill("#account", account);
        page.fill("#password", Objects.requireNonNull(passwords.get(account), account));
        page.click("main button");
    }

    /** Does an act straight at the desk and answers the number of the matter; without a number it opens an appeal. */
    String act(String account, String number, String act, Map<String, String> facts) {
        Actor by = program.getBean(People.class).findActor(account).orElseThrow();
        Command command = number.isEmpty()
                ? Command.open("appeal", act, by, facts, Command.Via.WEB)
                : Command.on(number, act, by, facts, Command.Via.WEB);
        Outcome outcome = program.getBean(Desk.class).act(command);
        return outcome instanceof Outcome.Recorded recorded
                ? recorded.entry().number().orElse(number)
                : outcome.toString();
    }

    void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** A part of the running program. */
    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    /** Waits until sheets and memory hold everything that stands in the ledger. */
    void settle() {
        Sheets sheets = program.getBean(Sheets.class);
        Size size = program.getBean(Size.class);
        Advice advice = program.getBean(Advice.class);
        for (int i = 0; i < 200 && behind(sheets, advice) < size.now().entries(); i++) {
            pause();
        }
    }

    private static long behind(Sheets sheets, Advice advice) {
        return Math.min(sheets.asAt().position(), advice.asAt());
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Script errors and violations of the content policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        program.close();
    }
}
