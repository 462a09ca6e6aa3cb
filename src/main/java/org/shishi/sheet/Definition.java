package org.shishi.sheet;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;

/**
 * A register as a table: one row a matter, a typed column for each column of the pack. All identifiers come from packs,
 * whose reader lets only small letters, digits and hyphens through.
 */
record Definition(Register register, Map<String, Kind> columns) {

    /** What a column holds. */
    enum Kind {
        TEXT("text"),
        NUMBER("numeric"),
        DAY("date"),
        MOMENT("timestamptz");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** @param procedure one of those whose matters stand in the register */
    static Definition of(Register register, Procedure procedure) {
        Map<String, Kind> columns = new LinkedHashMap<>();
        columns.put("number", Kind.TEXT);
        columns.put("procedure", Kind.TEXT);
        columns.put("stage", Kind.TEXT);
        columns.put("closed", Kind.TEXT);
        columns.put("holder", Kind.TEXT);
        columns.put("opened", Kind.MOMENT);
        columns.put("opened-by", Kind.TEXT);
        columns.put("due", Kind.MOMENT);
        columns.put("last", Kind.MOMENT);
        register.columns().values().forEach(column -> columns.put(column.name(), kind(column.source(), procedure)));
        return new Definition(register, columns);
    }

    private static Kind kind(Register.Source source, Procedure procedure) {
        return switch (source) {
            case Register.Source.Fact fact -> kind(procedure.fieldOf(fact.key()));
            case Register.Source.First _, Register.Source.Last _ -> Kind.MOMENT;
            case Register.Source.Times _, Register.Source.Days _, Register.Source.WorkingDays _ -> Kind.NUMBER;
            case Register.Source.DoneBy _, Register.Source.Measured _ -> Kind.TEXT;
        };
    }

    private static Kind kind(Optional<Field> field) {
        return switch (field.map(Field::kind).orElse(Field.Kind.LINE)) {
            case NUMBER -> Kind.NUMBER;
            case DATE -> Kind.DAY;
            case MOMENT -> Kind.MOMENT;
            default -> Kind.TEXT;
        };
    }

    String table() {
        return "sheet.\"register_" + register.name().replace('-', '_') + "\"";
    }

    /** The column of the database that holds a column of the register. */
    static String sql(String column) {
        return '"' + column.replace('-', '_') + '"';
    }

    Optional<Kind> kind(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** The statements that make the table; also what its hash is taken of. */
    String ddl() {
        StringBuilder ddl = new StringBuilder("CREATE TABLE " + table() + " (\n  city text NOT NULL,\n"
                + "  matter bigint NOT NULL,\n  units text[] NOT NULL,\n  words text[] NOT NULL,\n");
        columns.forEach((name, kind) ->
                ddl.append("  ").append(sql(name)).append(' ').append(kind.type).append(",\n"));
        ddl.append("  PRIMARY KEY (city, matter)\n);\n");
        index(ddl, "opened", "(city, \"opened\", matter)");
        index(ddl, "due", "(city, \"due\", matter)");
        index(ddl, "number", "(city, \"number\")");
        index(ddl, "holder", "(city, \"holder\", \"opened\")");
        ddl.append("CREATE INDEX ON ").append(table()).append(" USING gin (words);\n");
        return ddl.toString();
    }

    private void index(StringBuilder ddl, String column, String keys) {
        if (columns.containsKey(column)) {
            ddl.append("CREATE INDEX ON ")
                    .append(table())
                    .append(' ')
                    .append(keys)
                    .append(";\n");
        }
    }

    /** Changes when the table, or what its rows are worked out from, changes. */
    String hash() {
        StringBuilder made = new StringBuilder(ddl()).append(new TreeSet<>(register.of()));
        register.columns()
                .forEach((name, column) -> made.append(name).append('=').append(column.source()));
        CRC32C crc = new CRC32C();
        crc.update(made.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
