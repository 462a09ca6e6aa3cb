package org.shishi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shishi.TestDatabase;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleDbTest {
    private static final Instant NOW = Instant.parse("2021-10-09T01:00:00Z");
    private static final Post DISPATCHER = new Post("dispatcher", "hotline");
    private static final Opening WANG = new Opening("wang", "王派单", "correct horse", List.of(DISPATCHER));

    private DataSource database;
    private People people;

    @BeforeEach
    void anEmptyCity() {
        database = TestDatabase.asDesk(TestDatabase.fresh());
        people = new People(database, "370982");
    }

    @Test
    void theRightPasswordLetsIn() {
        people.open(WANG, NOW);
        SignIn.Welcome in = assertInstanceOf(SignIn.Welcome.class, people.signIn(" wang ", "correct horse", NOW));
        assertEquals(new Actor("wang", "王派单", List.of(DISPATCHER)), in.actor());
    }

    @Test
    void wrongUnknownAndClosedSoundAlike() {
        people.open(WANG, NOW);
        assertEquals(new SignIn.Wrong(), people.signIn("wang", "battery staple", NOW));
        assertEquals(new SignIn.Wrong(), people.signIn("nobody", "battery staple", NOW));
        assertEquals(new SignIn.Wrong(), people.signIn("wang", "x".repeat(100_000), NOW));
        assertEquals(new SignIn.Wrong(), people.signIn("wa\u0000ng", "battery staple", NOW));
        assertTrue(people.close("wang"));
        assertEquals(new SignIn.Wrong(), people.signIn("wang", "correct horse", NOW));
        assertEquals(Optional.empty(), people.findActor("wang"));
    }

    @Test
    void tenWrongPasswordsInARowLockForAWhile() {
        people.open(WANG, NOW);
        IntStream.range(0, 10).forEach(_ -> assertEquals(new SignIn.Wrong(), people.signIn("wang", "guess", NOW)));
        Instant until = NOW.plus(Duration.ofMinutes(15));
        assertEquals(new SignIn.Locked(until), people.signIn("wang", "correct horse", NOW));
        assertEquals(new SignIn.Wrong(), people.signIn("wang", "guess", until));
        assertInstanceOf(SignIn.Welcome.class, people.signIn("wang", "correct horse", until));
    }

    @Test
    void aRightPasswordBeginsTheCountAnew() {
        people.open(WANG, NOW);
        for (int i = 0; i < 3; i++) {
            IntStream.range(0, 9).forEach(_ -> people.signIn("wang", "guess", NOW));
            assertInstanceOf(SignIn.Welcome.class, people.signIn("wang", "correct horse", NOW));
        }
    }

    @Test
    void manyAtOnceGetNoMoreTries() throws InterruptedException, ExecutionException {
        people.open(WANG, NOW);
        Callable<SignIn> guess = () -> people.signIn("wang", "guess", NOW);
        int wrong = 0;
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var answer : executor.invokeAll(java.util.Collections.nCopies(40, guess))) {
                wrong += answer.get() instanceof SignIn.Wrong ? 1 : 0;
            }
        }
        assertEquals(10, wrong);
    }

    @Test
    void onlyAnArgon2HashOfThePasswordIsKept() {
        people.open(WANG, NOW);
        String hash = text("SELECT password_hash FROM account");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    }

    @Test
    void aNewPasswordLiftsTheLock() {
        people.open(WANG, NOW);
        IntStream.range(0, 10).forEach(_ -> people.signIn("wang", "guess", NOW));
        assertTrue(people.setPassword("wang", "a better horse"));
        assertInstanceOf(SignIn.Welcome.class, people.signIn("wang", "a better horse", NOW));
        assertFalse(people.setPassword("nobody", "a better horse"));
        assertThrows(IllegalArgumentException.class, () -> people.setPassword("wang", "short"));
    }

    @Test
    void aNameIsTakenOnce() {
        people.open(WANG, NOW);
        assertThrows(DuplicateKeyException.class, () -> people.open(WANG, NOW));
        assertThrows(IllegalArgumentException.class, () -> new Opening("clock", "钟", "correct horse", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Opening("Wang!", "王", "correct horse", List.of()));
    }

    @Test
    void postsChangeAtOnce() {
        people.open(WANG, NOW);
        assertTrue(people.actor("wang").holds("dispatcher"));
        people.assign("wang", List.of(new Post("handler", "chengguan"), new Post("head", "chengguan")));
        assertEquals(
                List.of(new Post("handler", "chengguan"), new Post("head", "chengguan")),
                people.actor("wang").posts());
        people.assign("wang", List.of());
        assertEquals(List.of(), people.actor("wang").posts());
        assertEquals(
                List.of("wang"),
                people.listAccounts().stream().map(Account::name).toList());
    }

    @Test
    void aTokenStandsForItsAccountUntilRevoked() {
        people.open(WANG, NOW);
        String token = people.issueToken("wang", NOW);
        assertEquals(Optional.of(people.actor("wang")), people.findByToken(token, NOW));
        assertEquals(Optional.empty(), people.findByToken(token + "x", NOW));
        assertEquals(Optional.empty(), people.findByToken(token.replaceAll(".$", "~"), NOW));
        assertEquals(1, people.revokeTokens("wang", NOW));
        assertEquals(Optional.empty(), people.findByToken(token, NOW));
        assertThrows(NoSuchElementException.class, () -> people.issueToken("nobody", NOW));
    }

    @Test
    void aTokenIsNotKeptAndItsUseIs() {
        people.open(WANG, NOW);
        String token = people.issueToken("wang", NOW);
        people.findByToken(token, NOW);
        assertEquals("0", text("SELECT count(*)::text FROM token WHERE token::text LIKE '%" + token + "%'"));
        assertEquals("1", text("SELECT count(*)::text FROM token WHERE used_at = '" + NOW + "'"));
        people.close("wang");
        assertEquals(Optional.empty(), people.findByToken(token, NOW));
    }

    @Test
    void citiesDoNotSeeEachOther() {
        people.open(WANG, NOW);
        String token = people.issueToken("wang", NOW);
        People other = new People(database, "370983");
        assertTrue(other.isEmpty());
        assertEquals(Optional.empty(), other.findActor("wang"));
        assertEquals(Optional.empty(), other.findByToken(token, NOW));
    }

    @Test
    void allVillagesOfTheCityComeInOnce() throws IOException {
        Path file = Path.of("../shared/data/divisions/xintai_villages.csv");
        Assumptions.assumeTrue(Files.exists(file), "skipped: the list of villages is not at " + file);
        DemoCity.find("370982").orElseThrow().write(people, NOW);
        DivisionList first = people.importDivisions(Files.readAllBytes(file));
        assertEquals(List.of(), first.bad());
        assertEquals(913, first.added().size());
        DivisionList again = people.importDivisions(Files.readAllBytes(file));
        assertEquals(913, again.same());
        assertEquals(1 + 21 + 913, people.roster().listDivisions().size());
        assertEquals(
                "qingyun", people.roster().unitOf("370982001001").orElseThrow().id());
    }

    private String text(String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).single();
    }
}
