package org.shishi.post;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server, as {@code SHISHI_SMTP_URL} names it: {@code smtps://user:password@mail.example.cn?from=notice@example.cn},
 * or {@code smtp://…} with STARTTLS. In clear only to this very machine.
 *
 * @param protocol smtp or smtps
 * @param from what letters come from
 */
record SmtpServer(String protocol, String host, int port, String user, String password, String from) {
    private static final Pattern FROM = Pattern.compile("(?:^|&)from=([^&]+)");

    /** @throws IllegalArgumentException with what is wrong, but never with the text itself: it holds a password */
    static SmtpServer of(String url) {
        URI uri = uri(url);
        String protocol = Optional.ofNullable(uri.getScheme()).orElse("");
        if (!protocol.matches("smtps?") || uri.getHost() == null) {
            throw new IllegalArgumentException("it has to be smtp://HOST or smtps://HOST");
        }
        String[] known = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        Matcher from = FROM.matcher(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        String sender = from.find() ? decoded(from.group(1)) : "";
        if (!Mailboxes.isMail(sender)) {
            throw new IllegalArgumentException("it has to name the sender: ?from=NAME@DOMAIN");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : protocol.equals("smtps") ? 465 : 587;
        String password = known.length > 1 ? decoded(known[1]) : "";
        return new SmtpServer(protocol, uri.getHost(), port, decoded(known[0]), password, sender);
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "it is not a URL; write special characters of the password percent-encoded");
        }
    }

    /** Plus signs stay: this is no form. */
    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** In smtp the connection has to be encrypted before anything is said, unless it leads to this very machine. */
    boolean mustEncrypt() {
        return protocol.equals("smtp") && !Loopback.is(host);
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpServer[" + protocol + "://" + host + ":" + port + "]";
    }
}
