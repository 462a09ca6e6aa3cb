package org.shishi.calendar;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take, in one of the four clocks of an office. "日" means a working day in the licensing law
 * (行政许可法 82) and a natural day in the petition rules (信访): the unit is always said.
 */
public record Within(int count, Unit unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4}) (working days?|days?|working hours?|hours?)");

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS,
        DAYS,
        WORKING_HOURS,
        HOURS;

        static Unit of(String words) {
            String plural = words.endsWith("s") ? words : words + "s";
            return valueOf(plural.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }

        String words(int count) {
            String plural = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return count == 1 ? plural.substring(0, plural.length() - 1) : plural;
        }
    }

    /** @throws IllegalArgumentException when the count is not positive */
    public Within {
        if (count < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + count);
        }
    }

    /** Reads {@code 4 working hours}, {@code 5 working days}, {@code 15 days}, {@code 24 hours}. */
    public static Optional<Within> find(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches() && Integer.parseInt(matcher.group(1)) > 0
                ? Optional.of(new Within(Integer.parseInt(matcher.group(1)), Unit.of(matcher.group(2))))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException when the text is not a limit */
    public static Within of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a limit"));
    }

    /** As an office says it: {@code 5 个工作日}, {@code 4 working hours}. */
    public String inWords(Locale locale) {
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return toString();
        }
        return count
                + switch (unit) {
                    case WORKING_DAYS -> " 个工作日";
                    case DAYS -> " 日";
                    case WORKING_HOURS -> " 个工作小时";
                    case HOURS -> " 小时";
                };
    }

    @Override
    public String toString() {
        return count + " " + unit.words(count);
    }
}
