package org.shishi.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Done;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.matter.Named;
import org.shishi.matter.Standing;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.shishi.procedure.Register;

/**
 * One matter's row in one register: every value as text or as the database takes it. Worked out whole, from the matter and
 * what stood in the ledger before it.
 */
record Row(long matter, long lastPosition, Set<String> units, Set<String> words, Map<String, String> cells) {

    /** Makes rows. */
    record Maker(Named named, WorkingDays days) {
        private static final int WORDS_AT_MOST = 3000;

        Row of(Definition definition, Matter matter, Earlier earlier) {
            Standing standing = matter.standing();
            Facts facts = matter.facts();
            Map<String, String> cells = house(matter);
            for (Register.Column column : definition.register().columns().values()) {
                Kind kind = definition.kind(column.name()).orElseThrow();
                value(column.source(), matter, facts, earlier)
                        .flatMap(kind::fit)
                        .ifPresent(value -> cells.put(column.name(), value));
            }
            return new Row(standing.matter(), standing.lastPosition(), standing.units(), words(matter, facts), cells);
        }

        private static Map<String, String> house(Matter matter) {
            Standing standing = matter.standing();
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("number", standing.number());
            cells.put("procedure", matter.procedure().name());
            cells.put("stage", standing.stage());
            cells.put("closed", Boolean.toString(matter.isClosed()));
            standing.holder().ifPresent(holder -> cells.put("holder", holder));
            cells.put("opened", standing.openedAt().toString());
            cells.put("opened-by", standing.openedBy());
            standing.nextDue().map(Due::at).ifPresent(at -> cells.put("due", at.toString()));
            cells.put("last", standing.lastAt().toString());
            return cells;
        }

        private Optional<String> value(Register.Source source, Matter matter, Facts facts, Earlier earlier) {
            Standing standing = matter.standing();
            return switch (source) {
                case Register.Source.Fact fact -> facts.find(fact.key());
                case Register.Source.First first ->
                    standing.findDone(first.act()).map(done -> text(done.firstAt()));
                case Register.Source.Last last -> standing.findDone(last.act()).map(done -> text(done.lastAt()));
                case Register.Source.DoneBy by -> standing.findDone(by.act()).map(Done::account);
                case Register.Source.Times times -> Optional.of(Integer.toString(standing.times(times.act())));
                case Register.Source.Days span ->
                    span(standing, span.from(), span.to()).map(Maker::days);
                case Register.Source.WorkingDays span ->
                    span(standing, span.from(), span.to()).map(each -> decimal(days.between(each.from(), each.to())));
                case Register.Source.Kept kept ->
                    Optional.ofNullable(standing.kept().get(kept.deadline())).map(is -> is ? "yes" : "no");
                case Register.Source.Earlier of -> Optional.of(earlier.of(standing.matter(), of.field()));
                case Register.Source.FirstBy by -> firstBy(matter, by.act());
                case Register.Source.Lost lost ->
                    Lost.in(matter.said(), lost, days).map(Maker::decimal);
                case Register.Source.Holds holds -> new Held(holds).in(matter.said());
                case Register.Source.Measured measured ->
                    named.measure(matter.procedure().pack(), measured.measure()).of(matter);
            };
        }

        private static Optional<String> firstBy(Matter matter, String act) {
            return matter.said().stream()
                    .map(Standing.Said::entry)
                    .filter(entry -> entry.act().equals(act))
                    .map(entry -> entry.by().account())
                    .findFirst();
        }

        private record Span(Instant from, Instant to) {}

        private static Optional<Span> span(Standing standing, String from, String to) {
            return standing.findDone(from)
                    .flatMap(start -> standing.findDone(to).map(end -> new Span(start.firstAt(), end.lastAt())));
        }

        private static String days(Span span) {
            return decimal(Duration.between(span.from(), span.to()).toMillis() / 86_400_000.0);
        }

        private static String decimal(double value) {
            return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
        }

        private static String text(Instant at) {
            return at.toString();
        }

        /** Pairs of neighbouring characters of all that may be searched: Chinese has no blanks between words. */
        private static Set<String> words(Matter matter, Facts facts) {
            Set<String> words = new LinkedHashSet<>(Bigrams.of(matter.standing().number()));
            for (Map.Entry<String, String> fact : facts.values().entrySet()) {
                boolean isText = matter.procedure()
                        .fieldOf(fact.getKey())
                        .map(Field::kind)
                        .filter(kind -> kind == Field.Kind.TEXT || kind == Field.Kind.LINE || kind == Field.Kind.PLACE)
                        .isPresent();
                if (isText && words.size() < WORDS_AT_MOST) {
                    words.addAll(Bigrams.of(fact.getValue()));
                }
            }
            return words;
        }
    }
}
