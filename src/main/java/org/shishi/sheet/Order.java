package org.shishi.sheet;

/** How the rows of a query follow each other: a column, rows without a value last, then the matter. */
record Order(String column, Kind kind, boolean falling) {

    static Order of(Definition definition, String sort) {
        boolean falling = sort.startsWith("-");
        String named = falling ? sort.substring(1) : sort;
        String column = named.equals("late") ? "due" : named;
        return new Order(column, definition.kind(column).orElseThrow(() -> new UnknownColumn(column, "")), falling);
    }

    /** What stands for a missing value, as text: beyond all others in the order wanted. */
    String nothing() {
        return switch (kind) {
            case TEXT -> falling ? "" : "\uDBFF\uDFFF";
            case NUMBER -> falling ? "-1e130" : "1e130";
            case DAY, MOMENT -> falling ? "-infinity" : "infinity";
        };
    }

    /** @throws UnknownColumn when a cell a page is said to have ended with cannot stand in the column */
    String fit(String cell) {
        return kind.fit(cell).orElseThrow(() -> new UnknownColumn(column, cell));
    }

    String expression() {
        String cell = Definition.sql(column);
        boolean isHouse = column.equals("opened") || column.equals("number") || column.equals("last");
        return isHouse ? cell : "coalesce(" + cell + ", '" + nothing() + "'::" + kind.type() + ")";
    }

    /** A parameter of the column's type, given as text. */
    String parameter() {
        return "?::text::" + kind.type();
    }

    String sql() {
        String direction = falling ? " DESC" : "";
        return " ORDER BY " + expression() + direction + ", matter" + direction;
    }
}
