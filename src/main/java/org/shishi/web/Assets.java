package org.shishi.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The few files pages are dressed with. Their address carries a hash of what is in them, so that they are kept for good. */
@Component
@Profile("!command")
public final class Assets {
    private static final List<String> ALL = List.of(
            "shishi.css", "shishi.js", "sought.js", "receipt.js", "intake.js", "seal.svg", "vendor/htmx-2.0.10.min.js");

    private final Map<String, String> addresses = ALL.stream().collect(Collectors.toMap(file -> file, Assets::address));

    /** @throws IllegalArgumentException when a page names a file that is not there */
    public String of(String file) {
        String address = addresses.get(file);
        if (address == null) {
            throw new IllegalArgumentException("no file static/" + file);
        }
        return address;
    }

    private static String address(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/static/" + file)) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Objects.requireNonNull(in, file).readAllBytes());
            return "/static/" + file + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
