package org.shishi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong notice stops the start and says file, line and what was expected. */
class NoticeReadingTest {
    private static final String PROCEDURE = """
            procedure: loan
            version: 1
            number: L-{n}
            fields:
              reader: {kind: person, personal: true}
              book:   {kind: line}
              shelf:  {kind: choice, of: [a, b]}
              secret: {kind: line, personal: true}
            acts:
              lend:      {by: [librarian], from: none, to: lent, asks: [reader, book, shelf, secret]}
              take-back: {by: [librarian], from: lent, to: back}
              told:      {by: [clock], from: any, does: notice-sent}
              not-told:  {by: [clock], from: any, does: notice-failed}
            notices:
              due-back: {on: [lend], to: reader, by: [sms, mail]}
              lent-out: {on: lend, to: librarian@holder, by: webhook}
            """;
    private static final String WORDS = """
            notice.loan.due-back = {number}: {due}, {shelf}
            notice.loan.lent-out = {number}
            """;

    @TempDir
    private Path packs = Path.of("");

    private Packs read(String procedure, String words) throws IOException {
        Path pack = Files.createDirectories(packs.resolve("library"));
        Files.writeString(pack.resolve("pack.yaml"), "pack: library\nduties:\n  librarian: {sees: all, acts: all}\n");
        Files.writeString(pack.resolve("loan.yaml"), procedure);
        Files.writeString(pack.resolve("words_zh_CN.properties"), words);
        Files.writeString(pack.resolve("words_en.properties"), WORDS);
        return Packs.read(PackFiles.under(packs));
    }

    @Test
    void aNoticeSaysWhenWhomAndByWhichWays() throws IOException {
        Procedure loan = read(PROCEDURE, WORDS).findProcedure("loan").orElseThrow();
        Notice due = loan.noticesOn("lend").getFirst();
        assertEquals(Set.of("lend"), due.on());
        assertEquals(new Notice.To.Person("reader"), due.to());
        assertEquals(List.of(Notice.Way.SMS, Notice.Way.MAIL), due.by());
        assertEquals(
                new Notice.To.Post("librarian", Optional.empty()),
                loan.noticesOn("lend").getLast().to());
        assertEquals(
                "not-told", loan.findAct(Act.Does.NOTICE_FAILED).orElseThrow().name());
        assertEquals(List.of(), loan.noticesOn("take-back"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on: [lend] | on: [lends] | unknown act 'lends'",
                "on: [lend] | on: [told] | would never end",
                "to: reader | to: book | nobody is called 'book'",
                "to: librarian@holder | to: cook@holder | unknown duty 'cook'",
                "by: [sms, mail] | by: [sms, pigeon] | unknown way 'pigeon'",
                "by: webhook} | by: webhook, words: x} | unknown keyword 'words'",
                "due-back: | due-soon: | there are no words 'notice.loan.due-soon' in Chinese",
                "from: any, does: notice-sent | from: lent, does: notice-sent | an act that tells of a notice",
                "from: any, does: notice-sent | from: any, does: notice-went | unknown effect 'notice-went'",
                "does: notice-failed | does: notice-sent | notices need one act with 'does: notice-sent'",
                "book:   {kind: line} | notice: {kind: line} | unknown field 'book'",
            })
    void aMistakeIsNamedWithFileAndLine(String from, String to, String said) throws IOException {
        assertTrue(PROCEDURE.contains(from.strip()), from);
        wrong(PROCEDURE.replace(from.strip(), to.strip()), WORDS, said.strip());
    }

    private void wrong(String procedure, String words, String said) {
        PackError error = assertThrows(PackError.class, () -> read(procedure, words));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains(said), message);
        assertTrue(message.matches("(?s)packs/library/loan.yaml:\\d+: .*"), message);
    }

    @Test
    void wordsNameShortFactsOnlyAndNothingPersonal() {
        for (String name : List.of("reader.phone", "secret", "text", "colour")) {
            wrong(PROCEDURE, WORDS.replace("{shelf}", "{" + name + "}"), "name {" + name + "}; expected one of");
        }
    }

    @Test
    void theHouseKeepsTheNameNotice() {
        wrong(
                PROCEDURE.replace("shelf", "notice"),
                WORDS.replace("shelf", "notice"),
                "no field can be called 'notice'");
    }
}
