package org.shishi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tokens of the look can be read by people with weak eyes, by day and in the dark (WCAG 2.2, 1.4.3). */
class LookTest {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):(#[0-9a-f]{3,6})");
    private static final List<String> ON = List.of("paper", "card", "wash");
    private static final List<String> TEXT = List.of("ink", "soft", "faint", "link");
    private static final List<String> LIGHTS = List.of("go", "near", "late", "pause", "cinnabar");

    @Test
    void everyWordStandsOutFromWhatIsBehindIt() throws IOException {
        String css = Files.readString(STATIC.resolve("shishi.css"));
        int dark = css.indexOf("prefers-color-scheme: dark");
        Map<String, String> day = tokens(css.substring(0, dark));
        Map<String, String> night = new HashMap<>(day);
        night.putAll(tokens(css.substring(dark, css.indexOf("box-sizing"))));
        List<String> weak = new ArrayList<>(weak("day", day));
        weak.addAll(weak("night", night));
        assertEquals(List.of(), weak);
    }

    private static List<String> weak(String when, Map<String, String> tokens) {
        List<String> weak = new ArrayList<>();
        TEXT.forEach(text -> ON.forEach(on -> check(when, tokens, text, on, weak)));
        LIGHTS.forEach(light -> check(when, tokens, light, light + "-wash", weak));
        LIGHTS.forEach(light -> check(when, tokens, light, "card", weak));
        check(when, tokens, "on-cinnabar", "cinnabar", weak);
        check(when, tokens, "card", "near", weak);
        return weak;
    }

    private static void check(String when, Map<String, String> tokens, String text, String on, List<String> weak) {
        double a = luminance(Objects.requireNonNull(tokens.get(text), text));
        double b = luminance(Objects.requireNonNull(tokens.get(on), on));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5) {
            weak.add(when + ": " + text + " on " + on + " " + Math.round(contrast * 100) / 100.0);
        }
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double luminance(String colour) {
        String hex = colour.substring(1);
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * linear(full, 0) + 0.7152 * linear(full, 2) + 0.0722 * linear(full, 4);
    }

    private static double linear(String hex, int at) {
        double c = Integer.parseInt(hex, at, at + 2, 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void whatIsVendoredIsWhatWasPublished() throws IOException, NoSuchAlgorithmException {
        byte[] script = Files.readAllBytes(STATIC.resolve("vendor/htmx-2.0.10.min.js"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script));
        assertTrue(Files.readString(STATIC.resolve("vendor/README.md")).contains(hash), hash);
    }
}
