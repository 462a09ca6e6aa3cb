package org.shishi.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.sheet.Query;
import org.springframework.util.MultiValueMap;

/**
 * What the address of a register asks for. Every view of a register is an address, so that it can be kept and passed on.
 *
 * @param filters by column as in {@link Query}; {@code column.none} asks for empty cells
 */
record RegisterAsked(
        Map<String, List<String>> filters,
        Optional<String> search,
        Optional<String> sort,
        Optional<Query.Cursor> after,
        List<String> show) {
    private static final Set<String> OWN = Set.of("q", "sort", "after", "show", "view");
    private static final String NONE = ".none";

    static RegisterAsked of(MultiValueMap<String, String> said) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        said.forEach((name, values) -> {
            List<String> some =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!OWN.contains(name) && !some.isEmpty()) {
                boolean none = name.endsWith(NONE);
                filters.put(none ? name.substring(0, name.length() - NONE.length()) : name, none ? List.of("") : some);
            }
        });
        return new RegisterAsked(
                filters,
                first(said, "q"),
                first(said, "sort"),
                first(said, "after").flatMap(RegisterAsked::cursor),
                List.copyOf(said.getOrDefault("show", List.of())));
    }

    private static Optional<String> first(MultiValueMap<String, String> said, String name) {
        return Optional.ofNullable(said.getFirst(name)).filter(value -> !value.isBlank());
    }

    private static Optional<Query.Cursor> cursor(String said) {
        if (!said.matches("\\d{1,18}(\\.[A-Za-z0-9_-]*)?")) {
            return Optional.empty();
        }
        int dot = said.indexOf('.');
        Optional<String> cell = dot < 0 ? Optional.empty() : Optional.of(decoded(said.substring(dot + 1)));
        return Optional.of(new Query.Cursor(cell, Long.parseLong(dot < 0 ? said : said.substring(0, dot))));
    }

    private static String decoded(String cell) {
        try {
            return new String(Base64.getUrlDecoder().decode(cell), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String written(Query.Cursor cursor) {
        return cursor.matter()
                + cursor.cell()
                        .map(cell -> "."
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(cell.getBytes(StandardCharsets.UTF_8)))
                        .orElse("");
    }

    Query query(int limit) {
        return new Query(filters, search, sort, after, limit);
    }

    /** The value a filter has, empty when it is not set. */
    String value(String name) {
        return filters.getOrDefault(name, List.of("")).getFirst();
    }

    RegisterAsked sorted(String column) {
        return new RegisterAsked(filters, search, Optional.of(column), Optional.empty(), show);
    }

    RegisterAsked after(Optional<Query.Cursor> cursor) {
        return new RegisterAsked(filters, search, sort, cursor, show);
    }

    /** What is asked for beyond what a form of these columns shows: it goes along, so that it is not lost. */
    List<Map.Entry<String, String>> beyond(Set<String> inForm) {
        List<Map.Entry<String, String>> beyond = new ArrayList<>();
        filters.forEach((name, values) -> {
            List<String> more =
                    inForm.contains(name) && !values.getFirst().isEmpty() ? values.subList(1, values.size()) : values;
            more.forEach(
                    value -> beyond.add(value.isEmpty() ? Map.entry(name + NONE, "true") : Map.entry(name, value)));
        });
        return beyond;
    }

    /** The same as an address, with a question mark before it; empty when nothing is asked. */
    String address() {
        List<String> pairs = new ArrayList<>();
        filters.forEach((name, values) ->
                values.forEach(value -> pairs.add(value.isEmpty() ? pair(name + NONE, "true") : pair(name, value))));
        search.ifPresent(words -> pairs.add(pair("q", words)));
        sort.ifPresent(column -> pairs.add(pair("sort", column)));
        show.forEach(column -> pairs.add(pair("show", column)));
        after.ifPresent(cursor -> pairs.add(pair("after", written(cursor))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
