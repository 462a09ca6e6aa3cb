package org.shishi.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one domain brings: its procedures, the reach of its duties, classes, dated tables, registers, figures and what it
 * knows. Read whole and checked whole at start.
 */
public record Pack(
        String name,
        Map<String, Duty> duties,
        Map<String, Categories> categories,
        Map<String, Procedure> procedures,
        Map<String, DatedTable> tables,
        Map<String, Register> registers,
        Map<String, Figure> figures,
        Published published,
        List<Knowledge> knowledge,
        Vague vague) {

    /** What the pack's tables offer for a field, by what is said already, as the rules stand on a day. */
    public Optional<String> offered(Field field, Facts said, LocalDate on) {
        return field.offer()
                .flatMap(offer -> Optional.ofNullable(tables.get(offer.table()))
                        .flatMap(table -> table.find(said, on))
                        .flatMap(row -> row.value(offer.column())));
    }
}
