package org.shishi.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The announced days as the data file lists them. */
record Holidays(Map<LocalDate, String> off, Map<LocalDate, String> makeUp, int firstYear, int lastYear) {

    static Holidays read() {
        try (var stream = Holidays.class.getResourceAsStream("/calendar/holidays.csv")) {
            if (stream == null) {
                throw new IllegalStateException("calendar/holidays.csv is missing");
            }
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Holidays of(List<String> lines) {
        Map<LocalDate, String> off = new HashMap<>();
        Map<LocalDate, String> makeUp = new HashMap<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (String line : lines) {
            if (line.startsWith("#") || line.startsWith("year,") || line.isBlank()) {
                continue;
            }
            String[] cell = line.split(",", -1);
            first = Math.min(first, Integer.parseInt(cell[0]));
            last = Math.max(last, Integer.parseInt(cell[0]));
            LocalDate.parse(cell[2])
                    .datesUntil(LocalDate.parse(cell[3]).plusDays(1))
                    .forEach(day -> off.put(day, cell[1]));
            for (String day : cell[4].isBlank() ? new String[0] : cell[4].split(" ")) {
                makeUp.put(LocalDate.parse(day), cell[1]);
            }
        }
        return new Holidays(Map.copyOf(off), Map.copyOf(makeUp), first, last);
    }
}
