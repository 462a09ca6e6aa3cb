package org.shishi.paper.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Excel keeps a time as a number of days; that it is one shows only in how it is displayed. */
final class ExcelDay {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern SAID = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern DAY = Pattern.compile("[yd]|m+.*年|月");
    private static final int SECONDS = 24 * 60 * 60;
    private static final int LONGEST = 2_958_466; // 9999-12-31

    private ExcelDay() {}

    /** Whether a format displays a day. Words in it and colours do not count. */
    static boolean isDisplayedBy(String format) {
        return DAY.matcher(
                        SAID.matcher(format.toLowerCase(java.util.Locale.ROOT)).replaceAll(""))
                .find();
    }

    /** A number as it is displayed: as a day, {@code 2021-10-08 09:00:00}, or in plain digits. */
    static String text(BigDecimal number, String format, boolean since1904) {
        double days = number.doubleValue();
        if (isDisplayedBy(format) && days >= 1 && days < LONGEST) {
            long seconds = Math.round(days * SECONDS);
            return WRITTEN.format(
                    (since1904 ? FIRST_OF_1904 : FIRST).atStartOfDay().plusSeconds(seconds));
        }
        return number.stripTrailingZeros().toPlainString();
    }
}
