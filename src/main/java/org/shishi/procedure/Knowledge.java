package org.shishi.procedure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be answered at once (知识): what, by which rule, and on which days that rule holds.
 *
 * @param subject the class it belongs to
 * @param basis law or document and article
 */
public record Knowledge(
        String code,
        Optional<String> subject,
        String titleZh,
        String titleEn,
        String textZh,
        String textEn,
        String basis,
        LocalDate from,
        LocalDate to) {
    private static final Set<String> COLUMNS =
            Set.of("code", "subject", "title_zh", "title_en", "text_zh", "text_en", "basis", "from", "to");

    /** @param trees the classes of the pack, one of which a subject must be in */
    static List<Knowledge> readAll(String file, String text, Collection<Categories> trees) {
        Csv csv = Csv.of(file, text).require(COLUMNS);
        Set<String> codes = new HashSet<>();
        for (NamedCsvRecord row : csv.rows()) {
            if (!codes.add(row.getField("code")) || row.getField("basis").isBlank()) {
                throw csv.spot(row).error("'" + row.getField("code") + "' stands here twice, or has no basis");
            }
            String subject = row.getField("subject").strip();
            if (!subject.isEmpty()
                    && trees.stream().noneMatch(tree -> tree.find(subject).isPresent())) {
                throw csv.spot(row).error("unknown class '" + subject + "'");
            }
        }
        return csv.rows().stream().map(row -> of(row, csv.spot(row))).toList();
    }

    private static Knowledge of(NamedCsvRecord row, Spot spot) {
        return new Knowledge(
                row.getField("code").strip(),
                Optional.of(row.getField("subject").strip()).filter(said -> !said.isEmpty()),
                row.getField("title_zh").strip(),
                row.getField("title_en").strip(),
                row.getField("text_zh").strip(),
                row.getField("text_en").strip(),
                row.getField("basis").strip(),
                DatedTable.day(row.getField("from"), LocalDate.MIN, spot),
                DatedTable.day(row.getField("to"), LocalDate.MAX, spot));
    }

    /** In English where it is put into English and English is wanted. */
    public String title(Locale locale) {
        return isEnglish(locale) && !titleEn.isEmpty() ? titleEn : titleZh;
    }

    public String text(Locale locale) {
        return isEnglish(locale) && !textEn.isEmpty() ? textEn : textZh;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** Everything it says, in both languages. */
    public String words() {
        return String.join("\n", titleZh, textZh, titleEn, textEn);
    }

    public String headings() {
        return titleZh + "\n" + titleEn;
    }

    public boolean isInForce(LocalDate on) {
        return !on.isBefore(from) && !on.isAfter(to);
    }
}
