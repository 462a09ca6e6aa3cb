package org.shishi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.Shishi;
import org.shishi.matter.Broken;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.matter.Setting;
import org.shishi.matter.TestOffice;
import org.shishi.matter.Versions;
import org.shishi.people.DemoCity;
import org.shishi.people.People;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/**
 * So many stand at the desk that it commits ahead of the disk, and the database is killed under them, twice: whoever was
 * answered stands in the ledger once, and once it is back the desk goes on.
 */
class CrowdedKillDbTest {
    private static final int CALLERS = 400;

    @TempDir
    Path data;

    private final AtomicBoolean busy = new AtomicBoolean(true);
    private final AtomicInteger slips = new AtomicInteger();
    /** What was answered as recorded: slip and position. */
    private final Map<String, Long> recorded = new ConcurrentHashMap<>();

    @Test
    void whoeverWasAnsweredStandsInTheLedgerOnce() throws Exception {
        Premises premises = new Premises().in(data);
        try (ConfigurableApplicationContext context = new Program(Shishi.class).work(premises)) {
            Setting setting = context.getBean(Setting.class);
            DemoCity.find(premises.city())
                    .orElseThrow()
                    .write(context.getBean(People.class), setting.clock().instant());
            try (Desk desk = Desk.of(setting, context.getBean(Versions.class), Desk.BATCH);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    callers.execute(() -> registerOn(desk));
                }
                for (int kills = 0; kills < 2; kills++) {
                    Thread.sleep(3000);
                    int before = recorded.size();
                    killTheDatabase();
                    awaitMoreThan(before + 2 * CALLERS);
                }
                busy.set(false);
            }
            assertThat(recorded.values()).doesNotHaveDuplicates();
            assertThat(standing(setting)).containsAllEntriesOf(recorded);
        }
        assertEquals(0, new CommandLine(new Verify()).execute("--data", data.toString()));
    }

    private void registerOn(Desk desk) {
        while (busy.get()) {
            Command command = Command.open(
                            "appeal", "register", TestOffice.OPERATOR, TestOffice.appeal(), Command.Via.API)
                    .slip("slip-" + slips.incrementAndGet());
            try {
                if (desk.act(command) instanceof Outcome.Recorded answer) {
                    recorded.put(command.slip(), answer.entry().position());
                }
            } catch (Broken e) {
                Thread.onSpinWait(); // was not answered: whether it stands there nobody was told
            }
        }
    }

    private void killTheDatabase() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst());
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** What comes after a crash is recorded too. */
    private void awaitMoreThan(int answers) throws InterruptedException {
        for (int i = 0; i < 600 && recorded.size() <= answers; i++) {
            Thread.sleep(100);
        }
        assertThat(recorded.size()).isGreaterThan(answers);
    }

    private static Map<String, Long> standing(Setting setting) throws SQLException {
        Map<String, Long> standing = new HashMap<>();
        try (Connection c = setting.database().getConnection();
                Statement statement = c.createStatement();
                ResultSet rows = statement.executeQuery("SELECT slip, position FROM entry WHERE slip LIKE 'slip-%'")) {
            while (rows.next()) {
                standing.put(rows.getString(1), rows.getLong(2));
            }
        }
        return standing;
    }
}
