package org.shishi.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a list of divisions row by row. */
final class DivisionReading {
    private static final Pattern CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
    private static final int LONGEST = 60;

    private final CsvRows file;
    private final String city;
    private final Roster known;
    private final String parents;
    private final String english;
    private final Map<String, Division> read = new LinkedHashMap<>();
    private final List<BadRow> bad = new ArrayList<>();

    DivisionReading(CsvRows file, String city, Roster known) {
        this.file = file;
        this.city = city;
        this.known = known;
        this.parents = file.findColumn("parent", "streetCode", "areaCode").orElse("parent");
        this.english = file.findColumn("nameEn", "name_en").orElse("nameEn");
    }

    DivisionList read() {
        for (String column : List.of("code", "name")) {
            if (!file.columns().contains(column)) {
                bad.add(new BadRow(1, column, BadRow.Reason.COLUMN_MISSING, ""));
            }
        }
        if (bad.isEmpty()) {
            rows();
        }
        return compared();
    }

    /** Higher divisions have shorter codes: they are read before those that stand below them. */
    private void rows() {
        file.rows().stream()
                .sorted(Comparator.comparingInt(row -> row.get("code").length()))
                .forEach(this::row);
        bad.sort(Comparator.comparingInt(BadRow::row));
        file.brokenAt().ifPresent(line -> bad.add(new BadRow(line, "", BadRow.Reason.UNREADABLE, "")));
    }

    private void row(CsvRows.Row row) {
        String code = row.get("code");
        Optional<String> parent = parent(row, code);
        Optional<BadRow> objection = code(row, code)
                .or(() -> name(row))
                .or(() -> parent.isPresent() || code.equals(city)
                        ? Optional.empty()
                        : no(row, parents, BadRow.Reason.PARENT_UNKNOWN));
        objection.ifPresentOrElse(
                bad::add, () -> read.put(code, new Division(code, row.get("name"), row.get(english), parent)));
    }

    /** As the row says; a row that says nothing stands below the division whose code begins its own. */
    private Optional<String> parent(CsvRows.Row row, String code) {
        if (code.equals(city)) {
            return Optional.empty();
        }
        String said = row.get(parents);
        String parent = said.isEmpty() ? code.substring(0, Math.max(0, code.length() - 3)) : said;
        boolean isKnown = known.findDivision(parent).isPresent() || read.containsKey(parent) || parent.equals(city);
        return Optional.of(parent).filter(_ -> isKnown && code.startsWith(parent) && !code.equals(parent));
    }

    private Optional<BadRow> code(CsvRows.Row row, String code) {
        if (!CODE.matcher(code).matches()) {
            return no(row, "code", BadRow.Reason.CODE_WRONG);
        }
        if (!code.startsWith(city)) {
            return no(row, "code", BadRow.Reason.OTHER_CITY);
        }
        return read.containsKey(code) ? no(row, "code", BadRow.Reason.TWICE) : Optional.empty();
    }

    private static Optional<BadRow> name(CsvRows.Row row) {
        String name = row.get("name");
        if (name.isEmpty()) {
            return no(row, "name", BadRow.Reason.NAME_MISSING);
        }
        boolean wrong = name.length() > LONGEST
                || name.codePoints().anyMatch(point -> point == 0xFFFD || Character.isISOControl(point));
        return wrong ? no(row, "name", BadRow.Reason.NAME_WRONG) : Optional.empty();
    }

    private static Optional<BadRow> no(CsvRows.Row row, String column, BadRow.Reason reason) {
        return Optional.of(new BadRow(row.line(), column, reason, row.get(column)));
    }

    private DivisionList compared() {
        List<Division> added = new ArrayList<>();
        List<Division> changed = new ArrayList<>();
        for (Division division : read.values()) {
            Optional<Division> before = known.findDivision(division.code());
            if (before.isEmpty()) {
                added.add(division);
            } else if (!isSame(before.get(), division)) {
                changed.add(division);
            }
        }
        return new DivisionList(added, changed, read.size() - added.size() - changed.size(), bad);
    }

    /** A list without English names does not take them away. */
    private static boolean isSame(Division before, Division now) {
        return before.name().equals(now.name())
                && before.parent().equals(now.parent())
                && (now.nameEn().isEmpty() || before.nameEn().equals(now.nameEn()));
    }
}
