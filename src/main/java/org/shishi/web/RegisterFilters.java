package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.procedure.Register;
import org.shishi.sheet.Sheets;

/**
 * The filters of a register as a form shows them.
 *
 * @param beyond what is asked for that no filter shows: it goes along, so that it is not lost
 */
record RegisterFilters(List<RegisterPage.Filter> all, List<Map.Entry<String, String>> beyond) {

    static RegisterFilters of(ColumnWords words, Sheets sheets, RegisterAsked asked) {
        List<RegisterPage.Filter> filters = new ArrayList<>();
        Register register = words.register();
        RegisterPages.all(register).forEach(column -> {
            List<FormView.Option> options = words.options(column);
            boolean range = !column.equals("late") && sheets.isRange(register.name(), column);
            if (range || !options.isEmpty()) {
                filters.add(new RegisterPage.Filter(
                        isOften(register, asked, column),
                        column,
                        words.label(column),
                        range ? (sheets.isNumber(register.name(), column) ? "number" : "date") : "select",
                        asked.value(column),
                        asked.value(column + ".from"),
                        asked.value(column + ".to"),
                        options));
            }
        });
        return new RegisterFilters(filters, asked.beyond(names(filters)));
    }

    /** What the register shows at first is what is looked for most. */
    private static boolean isOften(Register register, RegisterAsked asked, String column) {
        return register.show().contains(column)
                || column.equals("late")
                || Stream.of(column, column + ".from", column + ".to").anyMatch(asked.filters()::containsKey);
    }

    /** The names a form of these filters sends. */
    private static Set<String> names(List<RegisterPage.Filter> filters) {
        return filters.stream()
                .flatMap(filter -> filter.type().equals("select")
                        ? Stream.of(filter.name())
                        : Stream.of(filter.name() + ".from", filter.name() + ".to"))
                .collect(Collectors.toSet());
    }
}
