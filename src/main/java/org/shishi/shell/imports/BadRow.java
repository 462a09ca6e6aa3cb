package org.shishi.shell.imports;

import java.util.Map;

/** A row that cannot go in: which, because of which column, why; and as it stood. */
record BadRow(long row, String column, String reason, Map<String, String> cells) {}
