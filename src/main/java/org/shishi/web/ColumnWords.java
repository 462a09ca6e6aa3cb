package org.shishi.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.people.Division;
import org.shishi.people.Roster;
import org.shishi.people.Unit;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;

/** Puts the columns of a register into words for one reader: names for codes, and what may be chosen. */
record ColumnWords(Say say, Packs packs, Roster roster, Register register) {

    String label(String column) {
        return say.first("column." + register.name() + "." + column, "column." + column);
    }

    private Procedure procedure() {
        return packs.findProcedure(register.of().stream().sorted().findFirst().orElseThrow())
                .orElseThrow();
    }

    private Optional<Field> field(String column) {
        return register.find(column)
                .map(Register.Column::source)
                .flatMap(source -> switch (source) {
                    case Register.Source.Fact fact -> Optional.of(fact.key());
                    case Register.Source.Holds holds -> Optional.of(holds.field());
                    default -> Optional.<String>empty();
                })
                .flatMap(key -> procedure().fieldOf(key));
    }

    private Optional<Categories> tree(String column) {
        return field(column).flatMap(field -> packs.categories(procedure(), field));
    }

    private boolean isUnit(String column) {
        return column.equals("holder") || isKind(column, Field.Kind.UNIT);
    }

    private boolean isKind(String column, Field.Kind kind) {
        return field(column).filter(field -> field.kind() == kind).isPresent();
    }

    private boolean isDivision(String column) {
        boolean ofPlace = register.find(column)
                .filter(found ->
                        found.source() instanceof Register.Source.Fact(String key) && key.endsWith(".division"))
                .isPresent();
        return ofPlace || isKind(column, Field.Kind.DIVISION);
    }

    /** A cell as people read it. */
    String text(String column, String cell) {
        if (cell.isEmpty()) {
            return "—";
        }
        return switch (column) {
            case "stage" -> say.stage(procedure(), cell);
            case "procedure" -> packs.findProcedure(cell).map(say::procedure).orElse(cell);
            case "closed", "late" -> say.word(cell.equals("true") ? "yes" : "no");
            default -> fact(column, cell);
        };
    }

    private String fact(String column, String cell) {
        if (isUnit(column)) {
            return roster.findUnit(cell).map(unit -> unit.name(say.locale())).orElse(cell);
        }
        if (isDivision(column)) {
            return roster.findDivision(cell)
                    .map(each -> each.name(say.locale()))
                    .orElse(cell);
        }
        if (isKept(column)) {
            return say.word(cell);
        }
        if (isKind(column, Field.Kind.CHOICE)) {
            return say.choice(field(column).orElseThrow().name(), cell);
        }
        return tree(column)
                .flatMap(tree -> tree.find(cell))
                .map(each -> each.name(say.locale()))
                .orElse(cell);
    }

    private boolean isKept(String column) {
        return register.find(column)
                .filter(each -> each.source() instanceof Register.Source.Kept)
                .isPresent();
    }

    /** A moment of a cell on the office's clock. */
    static LocalDateTime moment(String cell) {
        return LocalDateTime.ofInstant(Instant.parse(cell), WorkingDays.ZONE);
    }

    /** What a column may be filtered by; empty when there is no list of it. */
    List<FormView.Option> options(String column) {
        if (isUnit(column)) {
            return roster.listUnits().stream().map(this::unit).toList();
        }
        if (isDivision(column)) {
            return roster.listDivisions().stream()
                    .filter(division ->
                            division.code().length() <= 9 && division.parent().isPresent())
                    .map(this::division)
                    .toList();
        }
        return switch (column) {
            case "stage" ->
                procedure().stages().stream()
                        .map(stage -> option(column, stage))
                        .toList();
            case "closed", "late" -> List.of(option(column, "true"), option(column, "false"));
            default -> isKept(column) ? List.of(option(column, "yes"), option(column, "no")) : chosen(column);
        };
    }

    private List<FormView.Option> chosen(String column) {
        if (isKind(column, Field.Kind.CHOICE)) {
            return field(column).orElseThrow().choices().stream()
                    .map(choice -> option(column, choice))
                    .toList();
        }
        return tree(column).stream()
                .flatMap(tree -> tree.list().stream()
                        .filter(each -> each.parent().isPresent())
                        .map(each -> category(tree, each)))
                .toList();
    }

    private FormView.Option option(String column, String value) {
        return new FormView.Option(value, text(column, value), "");
    }

    private FormView.Option unit(Unit unit) {
        return new FormView.Option(unit.id(), unit.name(say.locale()), "");
    }

    private FormView.Option division(Division division) {
        return new FormView.Option(division.code(), division.name(say.locale()), "");
    }

    private FormView.Option category(Categories tree, Categories.Category category) {
        String heading = category.parent()
                .flatMap(tree::find)
                .map(parent -> parent.name(say.locale()))
                .orElse("");
        return new FormView.Option(category.code(), category.name(say.locale()), heading);
    }
}
