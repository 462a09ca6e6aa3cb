package org.shishi.shell.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered; no more is read of its head than the measuring needs.
 *
 * @param head status line and headers
 */
record HttpAnswer(String head, int status, int length, String body) {
    private static final Pattern LENGTH = header("content-length: *(\\d+)");
    private static final Pattern RETRY = header("retry-after: *(\\d+)");
    private static final Pattern CLOSES = header("connection: *(close)");

    private static Pattern header(String form) {
        return Pattern.compile("\r\n" + form, Pattern.CASE_INSENSITIVE);
    }

    /** Where the body begins; -1 when the head is not all there yet. */
    static int end(byte[] bytes, int read) {
        for (int i = 3; i < read; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    static HttpAnswer of(String head) {
        return new HttpAnswer(head, Integer.parseInt(head.substring(9, 12)), number(LENGTH, head), "");
    }

    private static int number(Pattern header, String head) {
        Matcher found = header.matcher(head);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    HttpAnswer with(String said) {
        return new HttpAnswer(head, status, length, said);
    }

    boolean isGood() {
        return status / 100 == 2 && !body.contains("\"problem\"");
    }

    boolean isBusy() {
        return status == 503;
    }

    /** Seconds. */
    int retryAfter() {
        return number(RETRY, head);
    }

    boolean closes() {
        return CLOSES.matcher(head).find();
    }
}
