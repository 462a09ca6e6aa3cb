package org.shishi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong pack stops the start and says file, line and what was expected. */
class PackReaderTest {
    @TempDir
    private Path overlay = Path.of("");

    private PackError wrong(String file, String from, String to) throws IOException {
        String right = PackFiles.inside().get("appeals/" + file);
        assertTrue(right.contains(from), file + " no longer says " + from);
        Path own = Files.createDirectories(overlay.resolve("appeals")).resolve(file);
        Files.writeString(own, right.replace(from, to));
        return assertThrows(PackError.class, () -> Packs.read(PackFiles.under(overlay)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "appeal.yaml | by: [handler], from: dispatched, | buy: [handler], from: dispatched, | unknown keyword 'buy'",
                "appeal.yaml | asks: [unit], holder: unit | asks: [colour], holder: unit | unknown field 'colour'",
                "appeal.yaml | from: called-back, to: hooked | from: called-off, to: hooked | no act leads to stage 'called-off'",
                "appeal.yaml | {kind: place} | {kind: plaice} | unknown kind 'plaice'",
                "appeal.yaml | within: {table: limits, column: sign} | within: {table: limits, column: signing} | has no column 'signing'",
                "appeal.yaml | within: {table: limits, column: sign} | within: soon | expected a limit such as",
                "appeal.yaml | by: [operator, dispatcher], from: registered, | by: [operator, cuckoo], from: registered, | unknown duty 'cuckoo'",
                "appeal.yaml | number: SQ-{date}-{n} | number: SQ-{date} | has no {n}",
                "appeal.yaml | of: subjects | of: objects | unknown categories 'objects'",
                "appeal.yaml | before: answer | before: supper | unknown deadline 'supper'",
                "appeal.yaml | only-after: [rework] | only-after: [revolt] | unknown act 'revolt'",
                "appeal.yaml | when: {outcome: [unable-now]} | when: {outcome: [never]} | offers",
                "appeal.yaml | overdue:     {by: [clock], from: any} | overdue:     {by: [clock], from: answered} | it may pass at [",
                "appeal.yaml | from: stopped, to: handling, asks: [note] | from: stopped, to: handling, asks: [cause] | the clock meets none",
                "appeal.yaml | act: answer-too | act: answer | is not an act of the clock",
                "appeal.yaml | shift: 3 working days | shift: soon | expected a shift such as",
                "appeal.yaml | {of: answer, shift: -1 | {of: red, shift: -1 | is no deadline that counts by itself",
                "appeal.yaml | to: new-date} | to: opinion} | is not a field of kind date",
                "appeal.yaml | {month-end: 5 working days} | {month-end: 5 days} | expected working days such as",
                "appeal.yaml | first: {urgency: [urgent] | first: {urgency: [soonish] | is no choice that offers all of",
                "appeal.yaml | asked-by: [review-due] | asked-by: [review-me] | unknown act 'review-me'",
                "pack.yaml | about: dispatcher} | about: cuckoo} | unknown duty 'cuckoo'",
                "pack.yaml | least: {returned: 1} | least: {returned: many} | expected a whole number",
                "pack.yaml | of: response-rate, until | of: no-rate, until | does not offer 'no-rate'",
                "pack.yaml | {earlier: caller} | {earlier: channel} | is not a field of kind person",
                "pack.yaml | sees: own | sees: everything | unknown reach 'everything'",
                "pack.yaml | {last: answer} | {last: answers} | unknown act 'answers'",
                "pack.yaml | {field: channel} | {field: caller.phone} | personal",
                "pack.yaml | facts: [text, | facts: [caller, text, | is personal: it is never public",
                "pack.yaml | acts: [register, decline, | acts: [register, declaim, | unknown act 'declaim'",
                "pack.yaml | say: {act: register, | say: {act: answer, | does not open a 'appeal'",
                "pack.yaml | figures: [received, | figures: [receipts, | unknown figure 'receipts'",
                "pack.yaml | fields: [answer, reply] | fields: [answer, caller] | is not a text of any procedure",
                "appeal.yaml | {table: refusals, column: told} | {table: refusals, column: sang} | no table 'refusals' with a column 'sang'",
                "knowledge.csv | refund,0803 | refund,8888 | unknown class '8888'",
                "pack.yaml | sort: -registered | sort: -colour | no column 'colour'",
                "pack.yaml | {median: answer-days | {median: answer-daze | no column 'answer-daze'",
            })
    void aMistakeIsNamedWithFileAndLine(String file, String from, String to, String said) throws IOException {
        PackError error = wrong(file.strip(), from.strip(), to.strip());
        assertTrue(String.valueOf(error.getMessage()).contains(said.strip()), error.getMessage());
        assertTrue(
                String.valueOf(error.getMessage()).matches("(?s)packs/appeals/" + file.strip() + ":\\d+: .*"),
                error.getMessage());
    }

    @Test
    void aDoubledKeywordIsAMistake() throws IOException {
        PackError error = wrong("appeal.yaml", "version: 3", "version: 3\nversion: 4");
        assertTrue(String.valueOf(error.getMessage()).contains("stands here twice"), error.getMessage());
    }

    @Test
    void whatIsNotYamlIsSaidToBe() throws IOException {
        PackError error = wrong("appeal.yaml", "acts:", "acts: [");
        assertTrue(String.valueOf(error.getMessage()).contains("not readable as YAML"), error.getMessage());
    }

    @Test
    void aLimitIsTheRuleInForceOnTheDayThatNamesMost() {
        Procedure appeal =
                Packs.read(PackFiles.inside()).findProcedure("appeal").orElseThrow();
        Deadline answer =
                java.util.Optional.ofNullable(appeal.deadlines().get("answer")).orElseThrow();
        LocalDate day = LocalDate.of(2021, 10, 8);
        Facts ordinary = Facts.of(Map.of("subject", "0305", "channel", "12345", "urgency", "ordinary"));
        Facts urgent = Facts.of(Map.of("subject", "0305", "channel", "12345", "urgency", "urgent"));
        assertEquals(
                "5 working days",
                answer.term(ordinary, day).orElseThrow().within().toString());
        assertEquals("24 hours", answer.term(urgent, day).orElseThrow().within().toString());
    }

    @Test
    void everyNameOfThePackHasAWordInBothLanguages() {
        Packs packs = Packs.read(PackFiles.inside());
        Words words = packs.words();
        for (var locale : Words.LOCALES) {
            for (Procedure procedure : packs.procedures()) {
                String own = "." + procedure.name() + ".";
                procedure.fields().keySet().forEach(name -> require(words, locale, "field" + own + name));
                procedure.acts().keySet().forEach(name -> require(words, locale, "act" + own + name));
                procedure.stages().forEach(name -> require(words, locale, "stage" + own + name));
            }
            packs.registers().forEach(register -> require(words, locale, "register." + register.name()));
            packs.figures().forEach(figure -> require(words, locale, "figure." + figure.name()));
        }
    }

    private static void require(Words words, java.util.Locale locale, String key) {
        assertTrue(words.keys(locale).contains(key), key + " has no word in " + locale);
    }
}
