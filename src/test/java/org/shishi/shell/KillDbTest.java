package org.shishi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.Shishi;
import org.shishi.people.People;
import org.shishi.shell.database.Database;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program is killed while it is busy, and whatever it said was recorded is recorded, once. */
class KillDbTest {
    /** So many that batches are committed ahead of the disk. */
    private static final int CALLERS = 160;

    private static final int ASKED_AGAIN = 200;
    private static final String APPEAL = """
            {"procedure":"appeal","facts":{"text":"瑞山路十几盏路灯不亮","subject":"0305","channel":"12345",\
            "urgency":"ordinary","caller":{"name":"王先生","phone":"19900001234"}}}""";

    @TempDir
    Path temp;

    private final Random random = new Random(370982);
    private final HttpClient client = HttpClient.newHttpClient();
    /** What was answered as recorded: slip and number. */
    private final Map<String, String> recorded = new ConcurrentHashMap<>();

    private final List<Process> started = new ArrayList<>();
    private String base = "";
    private String token = "";

    /** Whom a kill hits. */
    private enum Hit {
        PROGRAM,
        DATABASE,
        BOTH
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatWasAnsweredAsRecordedSurvivesEveryKill() throws Exception {
        for (Hit hit : Hit.values()) {
            Process program = start();
            busyUntil(() -> kill(hit, program));
            program.destroyForcibly().waitFor();
        }
        Process program = start();
        assertThat(recorded).as("enough was recorded to say anything").hasSizeGreaterThan(ASKED_AGAIN);
        for (Map.Entry<String, String> each :
                recorded.entrySet().stream().limit(ASKED_AGAIN).toList()) {
            HttpResponse<String> again = register(each.getKey());
            assertEquals(201, again.statusCode(), again.body());
            assertEquals(each.getValue(), number(again), "the same slip is the same matter");
        }
        program.destroy();
        program.waitFor();
        assertThat(recorded.values()).doesNotHaveDuplicates();
        assertThat(numbers()).as("every number that was ever answered").containsAll(recorded.values());
        assertEquals(0, new CommandLine(new Verify()).execute("--data", data().toString()));
    }

    private Path data() {
        return temp.resolve("data");
    }

    private Process start() throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Shishi.class.getName(),
                        "run",
                        "--port",
                        "0",
                        "--data",
                        data().toString())
                .redirectErrorStream(true)
                .start();
        started.add(program);
        base = address(program);
        if (token.isEmpty()) {
            token = token();
        }
        return program;
    }

    private static String address(Process program) throws IOException {
        BufferedReader said = program.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith("Shishi is ready: ")) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return line.substring("Shishi is ready: ".length());
            }
        }
        throw new AssertionError("it did not start: " + all);
    }

    private String token() {
        try (Database database = new Premises().in(data()).database()) {
            return new People(Token.source(database.access()), "370982").issueToken("operator-1", Instant.now());
        }
    }

    /** Of all matters on account. */
    private Set<String> numbers() throws SQLException {
        Set<String> numbers = new HashSet<>();
        try (Database database = new Premises().in(data()).database();
                Connection c = Token.source(database.access()).getConnection();
                Statement statement = c.createStatement();
                ResultSet heads = statement.executeQuery("SELECT number FROM entry WHERE number IS NOT NULL")) {
            while (heads.next()) {
                numbers.add(heads.getString(1));
            }
        }
        return numbers;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Callers register one appeal after the other until somebody has done something terrible. */
    private void busyUntil(Work terrible) throws Exception {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().start(this::registerOn));
        }
        Thread.sleep(1500 + random.nextInt(1500));
        terrible.run();
        Thread.sleep(random.nextInt(3000)); // where only the database was hit, it comes again under load
        for (Thread caller : callers) {
            caller.interrupt();
            caller.join();
        }
    }

    private void registerOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String slip = UUID.randomUUID().toString();
                Optional<String> number = registered(slip);
                number.ifPresent(each -> recorded.put(slip, each));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> registered(String slip) throws InterruptedException {
        try {
            HttpResponse<String> answer = register(slip);
            return answer.statusCode() == 201 ? Optional.of(number(answer)) : Optional.empty();
        } catch (IOException e) {
            Thread.sleep(20); // the program is gone: nothing was answered
            return Optional.empty();
        }
    }

    private HttpResponse<String> register(String slip) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/matters"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", slip)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(APPEAL))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String number(HttpResponse<String> answer) {
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        return json.path("number").asString();
    }

    private void kill(Hit hit, Process program) throws IOException {
        if (hit != Hit.PROGRAM) {
            long postmaster = Long.parseLong(
                    Files.readAllLines(data().resolve("pg/postmaster.pid")).getFirst());
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
        if (hit != Hit.DATABASE) {
            program.destroyForcibly();
        }
    }
}
