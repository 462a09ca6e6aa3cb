package org.shishi.matter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** How numbers, days, moments, phones and addresses are spelt; empty for what is none. */
final class Spelling {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,24}");
    private static final Pattern MAIL =
            Pattern.compile("[!-~&&[^@<>\"(),:;\\\\\\[\\]]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    /** {@code 1e999999999} is a short text and a long number. */
    private static final int MOST_ZEROS = 30;

    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private Spelling() {}

    static Optional<String> number(String value) {
        try {
            return Optional.of(new BigDecimal(value))
                    .filter(number -> Math.abs((long) number.scale()) <= MOST_ZEROS)
                    .map(BigDecimal::toPlainString);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<String> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<String> moment(String value) {
        try {
            return Optional.of(Instant.parse(value))
                    .filter(moment -> !moment.isBefore(BEGIN) && moment.isBefore(END))
                    .map(Instant::toString);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static boolean isPhone(String value) {
        return PHONE.matcher(value).matches();
    }

    static boolean isMail(String value) {
        return MAIL.matcher(value).matches();
    }
}
