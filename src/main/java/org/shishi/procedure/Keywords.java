package org.shishi.procedure;

import java.util.Set;

/** Every keyword of the pack language, in one place; {@code docs/pack-language.md} is kept equal to it by a test. */
public final class Keywords {
    public static final Set<String> PACK =
            Set.of("pack", "duties", "categories", "tables", "registers", "figures", "knowledge", "vague", "public");
    public static final Set<String> PUBLIC = Set.of("figures", "matters");
    public static final Set<String> FOLLOWED = Set.of("say", "acts", "facts", "deadlines");
    public static final Set<String> SAY = Set.of("act", "asks", "with");
    public static final Set<String> DUTY = Set.of("sees", "acts", "watches");
    public static final Set<String> PROCEDURE =
            Set.of("procedure", "version", "number", "fields", "acts", "deadlines", "notices", "waiting");
    public static final Set<String> WAITING = Set.of("first", "notes");
    public static final Set<String> FIELD = Set.of("kind", "of", "needed", "personal", "at-most", "preset", "accept");
    public static final Set<String> PRESET = Set.of("table", "column");
    public static final Set<String> ACT = Set.of(
            "by",
            "from",
            "to",
            "asks",
            "checks",
            "holder",
            "opens",
            "echoes",
            "document",
            "does",
            "late",
            "key",
            "main",
            "bulk",
            "before",
            "only-after",
            "not-after",
            "at-most",
            "other-person",
            "other-unit",
            "when",
            "asked-by");
    public static final Set<String> OPENS = Set.of("procedure", "act", "with", "link");
    public static final Set<String> ECHOES = Set.of("link", "act", "with");
    public static final Set<String> DEADLINE =
            Set.of("from", "until", "within", "of", "shift", "stops", "goes-on", "extended-by", "then", "basis");
    public static final Set<String> WITHIN = Set.of("table", "column", "date", "month-end");
    public static final Set<String> EXTENDED = Set.of("act", "to");
    public static final Set<String> NOTICE = Set.of("on", "to", "by");
    public static final Set<String> REGISTER = Set.of("of", "columns", "show", "sort");
    public static final Set<String> COLUMN = Set.of(
            "field",
            "first",
            "last",
            "by",
            "days",
            "working-days",
            "times",
            "kept",
            "holds",
            "first-by",
            "lost",
            "earlier",
            "measure");
    public static final Set<String> LOST = Set.of("from", "back", "again");
    public static final Set<String> HOLDS = Set.of("act", "field", "of", "until");
    public static final Set<String> FIGURE =
            Set.of("count", "median", "mean", "share", "of", "stage", "where", "unless", "least", "on", "by", "about");
    public static final Set<String> SHARE = Set.of("part", "whole", "without", "contested");

    public static final Set<String> VAGUE = Set.of("fields", "phrases");

    private Keywords() {}
}
