package org.shishi.sheet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;

/** What a column holds. */
public enum Kind {
    TEXT("text"),
    NUMBER("numeric"),
    DAY("date"),
    MOMENT("timestamptz");

    private static final int DIGITS_AT_MOST = 100;
    private final String type;

    Kind(String type) {
        this.type = type;
    }

    /** What the database calls it. */
    String type() {
        return type;
    }

    static Kind of(Register.Source source, Procedure procedure) {
        return switch (source) {
            case Register.Source.Fact fact -> of(procedure.fieldOf(fact.key()));
            case Register.Source.First _, Register.Source.Last _ -> MOMENT;
            case Register.Source.Times _,
                    Register.Source.Days _,
                    Register.Source.WorkingDays _,
                    Register.Source.Lost _,
                    Register.Source.Earlier _ -> NUMBER;
            case Register.Source.DoneBy _,
                    Register.Source.FirstBy _,
                    Register.Source.Kept _,
                    Register.Source.Holds _,
                    Register.Source.Measured _ -> TEXT;
        };
    }

    private static Kind of(Optional<Field> field) {
        return switch (field.map(Field::kind).orElse(Field.Kind.LINE)) {
            case NUMBER -> NUMBER;
            case DATE -> DAY;
            case MOMENT -> MOMENT;
            default -> TEXT;
        };
    }

    /**
     * A value as the database surely takes it; empty when it is none of this kind. Under an earlier version of its
     * procedure a number may have been a line of words, and no row may stop all others.
     */
    Optional<String> fit(String value) {
        try {
            return switch (this) {
                case TEXT -> Optional.of(value.replace("\0", ""));
                case NUMBER -> Optional.of(new BigDecimal(value.strip())).flatMap(Kind::fit);
                case DAY ->
                    Optional.of(LocalDate.parse(value))
                            .filter(day -> isYear(day.getYear()))
                            .map(LocalDate::toString);
                case MOMENT ->
                    Optional.of(OffsetDateTime.parse(value).toInstant())
                            .filter(at -> isYear(at.atOffset(ZoneOffset.UTC).getYear()))
                            .map(Instant::toString);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> fit(BigDecimal number) {
        return Optional.of(number)
                .filter(each -> each.precision() <= DIGITS_AT_MOST && Math.abs(each.scale()) <= DIGITS_AT_MOST)
                .map(BigDecimal::toPlainString);
    }

    private static boolean isYear(int year) {
        return year > 0 && year < 10_000;
    }

    /** A cell of a row as text: moments as ISO 8601 in UTC, days as ISO dates. */
    Optional<String> read(ResultSet row, int at) throws SQLException {
        return switch (this) {
            case TEXT -> Optional.ofNullable(row.getString(at));
            case NUMBER -> Optional.ofNullable(row.getBigDecimal(at)).map(BigDecimal::toPlainString);
            case DAY -> Optional.ofNullable(row.getObject(at, LocalDate.class)).map(LocalDate::toString);
            case MOMENT ->
                Optional.ofNullable(row.getObject(at, OffsetDateTime.class))
                        .map(each -> each.toInstant().toString());
        };
    }
}
