package org.shishi.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.files.FileStore;
import org.shishi.watch.Tidying;

/** Files behind matters: who may open them, how long they are kept, and that none is changed unseen. */
class AttachmentsDbTest {
    private final TestOffice office = TestOffice.open();
    private final FileStore store = office.setting().uploads().store();

    @AfterEach
    void close() {
        office.close();
    }

    private String register(String field, String file) {
        Map<String, String> facts = new HashMap<>(TestOffice.appeal());
        facts.put(field, file);
        return TestOffice.recorded(
                office.desk().act(Command.open("appeal", "register", TestOffice.OPERATOR, facts, Command.Via.WEB)));
    }

    private boolean mayOpen(String number, String hash, String account) {
        return office.matters()
                .findFile(office.matters().get(number), hash, account, office.now())
                .isPresent();
    }

    private static String hash(String line) {
        return line.substring(0, 64);
    }

    @Test
    void personalFilesAreShownForAReasonOnlyAndGoWhenTheDataIsErased() {
        String line = office.file(TestOffice.OPERATOR, "photo", 41);
        String number = register("papers", line);
        assertThat(mayOpen(number, hash(line), "dispatcher-1")).isFalse();
        assertThat(office.matters()
                        .masked(office.matters().get(number).standing().matter())
                        .find("papers"))
                .contains("*");
        TestOffice.recorded(office.act(number, "show", TestOffice.DISPATCHER, Map.of("why", "核对低保材料")));
        assertThat(mayOpen(number, hash(line), "dispatcher-1")).isTrue();
        assertThat(mayOpen(number, hash(line), "dispatcher-2")).isFalse();
        office.clock("2021-10-08T09:31");
        assertThat(mayOpen(number, hash(line), "dispatcher-1")).isFalse();
        TestOffice.recorded(
                office.act(number, "reject", TestOffice.DISPATCHER, Map.of("reason", "重复", "basis", "第 19 条")));
        assertThat(store.find(hash(line))).isPresent();
        TestOffice.recorded(office.act(number, "erase", TestOffice.ADMIN, Map.of("why", "本人要求")));
        assertThat(store.find(hash(line))).isEmpty();
    }

    @Test
    void aFileThatAnotherMatterNamesIsNotErased() {
        String line = office.file(TestOffice.OPERATOR, "photo", 42);
        register("photos", line);
        String number = register("papers", line);
        TestOffice.recorded(
                office.act(number, "reject", TestOffice.DISPATCHER, Map.of("reason", "重复", "basis", "第 19 条")));
        TestOffice.recorded(office.act(number, "erase", TestOffice.ADMIN, Map.of("why", "本人要求")));
        assertThat(store.find(hash(line))).isPresent();
    }

    @Test
    void whatNobodyNamedWithinADayIsThrownAway() {
        String named = office.file(TestOffice.OPERATOR, "photo", 43);
        String forgotten = office.file(TestOffice.OPERATOR, "photo", 44);
        String number = register("photos", named);
        Tidying tidying = new Tidying(office.setting().uploads(), office.matters());
        tidying.tidy(office.now());
        assertThat(store.find(hash(forgotten))).isPresent();
        office.clock("2021-10-09T09:01");
        tidying.tidy(office.now());
        assertThat(store.find(hash(forgotten))).isEmpty();
        assertThat(mayOpen(number, hash(named), "operator-1")).isTrue();
        assertThat(store.find(hash(named))).isPresent();
        Map<String, String> facts = new HashMap<>(TestOffice.appeal());
        facts.put("photos", forgotten);
        Outcome late =
                office.desk().act(Command.open("appeal", "register", TestOffice.OPERATOR, facts, Command.Via.WEB));
        assertThat(TestOffice.refused(late)).containsExactly("file-not-sent");
    }

    @Test
    void aFileThatWasChangedOrTakenAwayIsNamed() throws Exception {
        String line = office.file(TestOffice.OPERATOR, "photo", 45);
        String number = register("photos", line);
        assertThat(check().findFault(store)).isEmpty();
        assertThat(check().size()).isEqualTo(1);
        Path file = store.find(hash(line)).orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        assertThat(check().findFault(store)).contains(new Attachments.Fault(number, hash(line), false));
        Files.delete(file);
        assertThat(check().findFault(store)).contains(new Attachments.Fault(number, hash(line), true));
    }

    private Attachments check() throws Exception {
        try (Connection c = office.setting().database().getConnection()) {
            return Attachments.of(c, TestOffice.CITY, Set.of("photos", "proof-files"));
        }
    }

    @Test
    void theHashOfAFileStandsInTheFactsOfItsEntry() {
        String line = office.file(TestOffice.OPERATOR, "photo", 46);
        String number = register("photos", hash(line) + " 井盖.jpg");
        String said = office.matters().get(number).facts().find("photos").orElseThrow();
        assertThat(said).startsWith(hash(line) + " jpeg ").endsWith(" 井盖.jpg");
    }
}
