package org.shishi.shell.imports;

import java.util.Set;

/** Every word the mapping language has. {@code docs/import.md} explains each; a test keeps the two equal. */
final class Keywords {
    static final Set<String> MAPPING = Set.of("procedure", "format", "columns", "ignored", "slip", "maps", "acts");
    static final Set<String> FORMAT = Set.of("times", "zone", "encoding", "separator", "sheet", "headings");
    static final Set<String> SLIP = Set.of("prefix", "column");
    static final Set<String> ACT = Set.of("act", "as", "at", "when", "asks");
    static final Set<String> FACT = Set.of("value", "column", "columns", "with", "map", "prefix");

    /** In a map: for all that nothing else fits. */
    static final String OTHERWISE = "otherwise";

    private Keywords() {}
}
