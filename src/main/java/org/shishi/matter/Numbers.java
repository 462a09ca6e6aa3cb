package org.shishi.matter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.ToLongFunction;

/**
 * Numbers without gaps: each series is counted under the ledger's own lock, so a number is given exactly when an entry
 * that bears it is recorded. A pattern holds {@code {n}} and may hold {@code {date}}, {@code {year}} and
 * {@code {unit}}; all but {@code {n}} names the series.
 */
final class Numbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private final ToLongFunction<String> next;

    /** @param next gives the next number of a series */
    Numbers(ToLongFunction<String> next) {
        this.next = next;
    }

    String next(String pattern, LocalDate on, String sign) {
        String series = pattern.replace("{date}", DAY.format(on))
                .replace("{year}", Integer.toString(on.getYear()))
                .replace("{unit}", sign);
        long n = next.applyAsLong(series);
        boolean isPadded = !pattern.contains("〔");
        return series.replace("{n}", isPadded ? padded(n) : Long.toString(n));
    }

    /** Four digits at least; official document numbers alone bear no leading zeros (GB/T 9704-2012). */
    private static String padded(long n) {
        String digits = Long.toString(n);
        return digits.length() >= 4 ? digits : "0000".substring(digits.length()) + digits;
    }
}
