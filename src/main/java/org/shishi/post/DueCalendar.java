package org.shishi.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shishi.calendar.WorkingDays;

/**
 * Deadlines as calendar programs read them: iCalendar (RFC 5545), one event a deadline, the half hour before it passes, in
 * the office's time. The same deadlines give the same text.
 *
 * @param name of the calendar as programs show it
 */
public record DueCalendar(String name, List<Event> events) {
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int LINE = 75;
    /** China has kept one time, without summer time, since 1991. */
    private static final List<String> ZONE = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Shanghai",
            "BEGIN:STANDARD",
            "DTSTART:19910915T000000",
            "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800",
            "TZNAME:CST",
            "END:STANDARD",
            "END:VTIMEZONE");

    public DueCalendar {
        events = List.copyOf(events);
    }

    /**
     * A deadline.
     *
     * @param uid the same for the same deadline of the same matter, however often it moves
     * @param stamped when what it says was put down
     * @param summary in one line; nothing personal
     */
    public record Event(String uid, Instant at, Instant stamped, String summary, String description, String url) {}

    /** UTF-8 when it leaves. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Shishi//Deadlines//ZH");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "NAME:" + escaped(name));
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        ZONE.forEach(each -> line(text, each));
        events.forEach(event -> event(text, event));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static void event(StringBuilder text, Event event) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + escaped(event.uid()));
        line(text, "DTSTAMP:" + LOCAL.format(LocalDateTime.ofInstant(event.stamped(), ZoneOffset.UTC)) + "Z");
        line(text, "DTSTART;TZID=Asia/Shanghai:" + local(event.at().minus(BEFORE)));
        line(text, "DTEND;TZID=Asia/Shanghai:" + local(event.at()));
        line(text, "SUMMARY:" + escaped(event.summary()));
        line(text, "DESCRIPTION:" + escaped(event.description()));
        line(text, "URL:" + event.url());
        line(text, "TRANSP:TRANSPARENT");
        line(text, "END:VEVENT");
    }

    private static String local(Instant at) {
        return LOCAL.format(LocalDateTime.ofInstant(at, WorkingDays.ZONE));
    }

    /** Text as RFC 5545 3.3.11 has it; control characters have no place in it. */
    static String escaped(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** No line is longer than 75 bytes, and no character is cut (RFC 5545 3.1). */
    private static void line(StringBuilder text, String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            String character = Character.toString(content.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += size;
            at += character.length();
        }
        text.append("\r\n");
    }
}
