package org.shishi.matter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shishi.files.Attachment;
import org.shishi.procedure.Facts;

/** Personal facts made unreadable but recognisable, as an office masks them: 138****1234, 3709…001X, 王**, w***@mail.cn; a star for each file. */
final class Masking {
    private Masking() {}

    static Facts of(Facts personal) {
        Map<String, String> masked = new LinkedHashMap<>();
        personal.values().forEach((key, value) -> masked.put(key, mask(key, value)));
        return Facts.of(masked);
    }

    private static String mask(String key, String value) {
        int files = Attachment.list(value).size();
        if (files > 0) {
            return "*".repeat(files);
        }
        if (key.endsWith(".phone")) {
            return keep(value, 3, 4);
        }
        if (key.endsWith(".id")) {
            return keep(value, 4, 4);
        }
        if (key.endsWith(".mail")) {
            int at = value.indexOf('@') < 0 ? value.length() : value.indexOf('@');
            return keep(value.substring(0, at), 1, 0) + value.substring(at);
        }
        return keep(value, 1, 0);
    }

    /** Keeps so many characters at either end and stars the rest; a short value is starred whole but its first. */
    private static String keep(String value, int first, int last) {
        int[] points = value.codePoints().toArray();
        boolean isLong = points.length > first + last;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            boolean isKept = isLong ? i < first || i >= points.length - last : i == 0 && points.length > 1;
            masked.appendCodePoint(isKept ? points[i] : '*');
        }
        return masked.toString();
    }
}
