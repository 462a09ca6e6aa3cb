package org.shishi.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a calendar program that others wrote understands of it. */
class DueCalendarTest {
    private static final Instant DUE = Instant.parse("2021-10-14T09:30:00Z");
    private static final String SUMMARY = "答复时限 SQ-20211008-0001 路灯照明；又名：灯，灯; 和 \\ 号".repeat(4);

    private static String text() {
        var event = new DueCalendar.Event(
                "7-answer@shishi",
                DUE,
                Instant.parse("2021-10-08T01:00:00Z"),
                SUMMARY,
                "已派单\nBEGIN:VEVENT",
                "http://localhost/matters/SQ-20211008-0001");
        return new DueCalendar("我的时限", List.of(event)).text();
    }

    @Test
    void itSaysToOthersWhatItSaid() {
        ICalendar read = Biweekly.parse(text()).first();
        assertEquals(1, read.getEvents().size(), "nothing that was typed makes an event");
        VEvent event = read.getEvents().getFirst();
        assertEquals(DUE, event.getDateEnd().getValue().toInstant());
        assertEquals(DUE.minusSeconds(1800), event.getDateStart().getValue().toInstant());
        assertEquals(SUMMARY, event.getSummary().getValue());
        assertEquals("已派单\nBEGIN:VEVENT", event.getDescription().getValue());
        assertEquals("7-answer@shishi", event.getUid().getValue());
        assertTrue(
                read.validate(ICalVersion.V2_0).isEmpty(),
                () -> read.validate(ICalVersion.V2_0).toString());
    }

    @Test
    void noLineIsTooLongAndNoCharacterIsCut() {
        for (String line : text().split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\uFFFD"), line);
            assertFalse(line.contains("\n"), line);
        }
        assertTrue(text().endsWith("END:VCALENDAR\r\n"));
    }

    @Test
    void theSameDeadlinesGiveTheSameText() {
        assertEquals(text(), text());
    }
}
