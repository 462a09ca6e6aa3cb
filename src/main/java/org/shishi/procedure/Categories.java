package org.shishi.procedure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree of classes, such as what an appeal is about, each with the unit that usually answers for it. */
public final class Categories {
    private final String name;
    private final Map<String, Category> byCode;

    /**
     * One class.
     *
     * @param code stable and never reused
     * @param unit who usually answers for it
     */
    public record Category(String code, Optional<String> parent, String nameZh, String nameEn, Optional<String> unit) {
        public String name(Locale locale) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameZh;
        }
    }

    private Categories(String name, Map<String, Category> byCode) {
        this.name = name;
        this.byCode = byCode;
    }

    static Categories read(String name, String file, String text) {
        Csv csv = Csv.of(file, text).require(Set.of("code", "parent", "name_zh", "name_en", "unit"));
        Map<String, Category> all = new LinkedHashMap<>();
        for (NamedCsvRecord row : csv.rows()) {
            Category category = of(row);
            if (category.code().isEmpty() || all.put(category.code(), category) != null) {
                throw csv.spot(row).error("code '" + category.code() + "' is empty or stands here twice");
            }
            if (category.parent().isPresent()
                    && !all.containsKey(category.parent().get())) {
                throw csv.spot(row).error("parent '" + category.parent().get() + "' does not stand above it");
            }
        }
        return new Categories(name, all);
    }

    private static Category of(NamedCsvRecord row) {
        return new Category(
                row.getField("code").strip(),
                some(row.getField("parent")),
                row.getField("name_zh").strip(),
                row.getField("name_en").strip(),
                some(row.getField("unit")));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text.strip()).filter(said -> !said.isEmpty());
    }

    public String name() {
        return name;
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Category> list() {
        return List.copyOf(byCode.values());
    }

    /** A code and all above it, the code itself first. */
    public List<String> lineOf(String code) {
        List<String> line = new ArrayList<>();
        Optional<Category> at = find(code);
        while (at.isPresent()) {
            line.add(at.get().code());
            at = at.get().parent().flatMap(this::find);
        }
        return line;
    }

    /** Who usually answers for a class: its own unit or the nearest above it. */
    public Optional<String> unitOf(String code) {
        return lineOf(code).stream()
                .map(byCode::get)
                .flatMap(category -> category.unit().stream())
                .findFirst();
    }
}
