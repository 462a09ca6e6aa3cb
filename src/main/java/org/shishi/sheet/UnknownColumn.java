package org.shishi.sheet;

/** A register was asked for a column it has not, or for a value that cannot stand in it. */
public final class UnknownColumn extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String column;

    UnknownColumn(String column, String value) {
        super(value.isEmpty() ? "no column " + column : "'" + value + "' cannot stand in column " + column);
        this.column = column;
    }

    public String column() {
        return column;
    }
}
