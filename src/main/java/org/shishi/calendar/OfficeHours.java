package org.shishi.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** When the office is open on a working day: spans of the day, in order, not touching. */
public record OfficeHours(List<Span> spans) {
    /** Usual hours; a city sets its own. */
    public static final OfficeHours USUAL = of("09:00-12:00,13:30-17:30");

    /** From a time until a time of the same day. */
    public record Span(LocalTime from, LocalTime to) {
        int minutes() {
            return (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
        }
    }

    public OfficeHours {
        spans = List.copyOf(spans);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (!span.from().isBefore(span.to())
                    || (i > 0 && !spans.get(i - 1).to().isBefore(span.from()))) {
                throw new IllegalArgumentException("office hours must follow each other: " + spans);
            }
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("an office without hours");
        }
    }

    /** Reads {@code 09:00-12:00,13:30-17:30}. @throws RuntimeException when it is not of that form */
    public static OfficeHours of(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-");
            spans.add(new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        }
        return new OfficeHours(spans);
    }

    public LocalTime close() {
        return spans.getLast().to();
    }

    /** Minutes of work in one day. */
    public int minutesADay() {
        return spans.stream().mapToInt(Span::minutes).sum();
    }

    /** Seconds of work on a day up to a second of that day. */
    long workedBy(int secondOfDay) {
        long worked = 0;
        for (Span span : spans) {
            int from = span.from().toSecondOfDay();
            worked += Math.clamp(secondOfDay - from, 0, span.minutes() * 60);
        }
        return worked;
    }

    /** The second of the day at which so many seconds have been worked; the earliest such. */
    int secondAfter(long worked) {
        long left = worked;
        for (Span span : spans) {
            int length = span.minutes() * 60;
            if (left <= length) {
                return span.from().toSecondOfDay() + Math.toIntExact(left);
            }
            left -= length;
        }
        return close().toSecondOfDay();
    }
}
