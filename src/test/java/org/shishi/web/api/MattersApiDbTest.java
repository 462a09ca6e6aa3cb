package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MattersApiDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();
    static final String APPEAL = """
            {"procedure": "appeal", "facts": {"text": "瑞山路十几盏路灯三天不亮", "subject": "0305", "channel": "12345",
             "urgency": "ordinary", "place": {"division": "370982106", "lat": 35.91},
             "caller": {"name": "王先生", "phone": "19900001234"}}}""";

    private static HttpResponse<String> open(String... headers) {
        return PROGRAM.post("operator-1", "/api/matters", APPEAL, headers);
    }

    private static String number() {
        HttpResponse<String> answer = open();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningProgram.json(answer).get("number").asString();
    }

    private static HttpResponse<String> act(String account, String number, String body, String... headers) {
        return PROGRAM.post(account, "/api/matters/" + number + "/entries", body, headers);
    }

    private static HttpResponse<String> dispatch(String number, String... headers) {
        return act("dispatcher-1", number, "{\"act\":\"dispatch\",\"facts\":{\"unit\":\"chengguan\"}}", headers);
    }

    @Test
    void anAppealIsPutOnAccount() {
        HttpResponse<String> answer = open();
        JsonNode said = RunningProgram.json(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(said.get("number").asString()).startsWith("SQ-");
        assertThat(said.get("stage").asString()).isEqualTo("registered");
        assertThat(said.get("matter").asLong()).isEqualTo(said.get("position").asLong());
        assertThat(header(answer, "Location"))
                .isEqualTo("/api/matters/" + said.get("number").asString());
        assertThat(header(answer, "ETag")).isEqualTo("\"" + said.get("position").asLong() + "\"");
        assertThat(said.get("code").asString()).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(said.get("receipt").asString())
                .isEqualTo("/log/proof/" + said.get("position").asLong());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void anAppealGoesItsWholeWay() {
        String number = number();
        assertThat(dispatch(number).statusCode()).isEqualTo(201);
        assertThat(act("chengguan", number, "{\"act\":\"sign\"}").statusCode()).isEqualTo(201);
        assertThat(act("chengguan", number, "{\"act\":\"answer\",\"facts\":{\"answer\":\"已修好\"}}")
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> back = act(
                "caller-back-1",
                number,
                "{\"act\":\"call-back\",\"facts\":{\"outcome\":\"resolved\",\"satisfaction\":\"satisfied\"}}");
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(act("supervisor-1", number, "{\"act\":\"strike\",\"facts\":{\"proof\":\"照片三张\"}}")
                        .statusCode())
                .isEqualTo(201);
        JsonNode matter = RunningProgram.json(PROGRAM.get("operator-1", "/api/matters/" + number));
        assertThat(matter.get("closed").asBoolean()).isTrue();
        assertThat(matter.get("entries").size()).isEqualTo(6);
        assertThat(matter.get("facts").get("answer").asString()).isEqualTo("已修好");
    }

    @Test
    void aDispatchedAppealTellsUntilWhenAndWhy() {
        JsonNode said = RunningProgram.json(dispatch(number()));
        assertThat(said.get("holder").asString()).isEqualTo("chengguan");
        assertThat(said.get("dues").valueStream().map(due -> due.get("deadline").asString()))
                .contains("signing", "contact", "answer", "yellow", "red");
        assertThat(said.get("dues").get(0).get("basis").asString()).isNotEmpty();
        assertThat(said.get("dues").get(0).get("late").asBoolean()).isFalse();
    }

    @Test
    void personalFactsAreMasked() {
        JsonNode matter = RunningProgram.json(PROGRAM.get("operator-1", "/api/matters/" + number()));
        assertThat(matter.get("masked").get("caller.phone").asString()).isEqualTo("199****1234");
        assertThat(matter.toString()).doesNotContain("19900001234").doesNotContain("王先生");
    }

    @Test
    void clearFactsAreToldOnceAndLeaveAnEntry() {
        String number = number();
        String show = "{\"act\":\"show\",\"facts\":{\"why\":\"回访\"}}";
        HttpResponse<String> first = act("operator-1", number, show, "Idempotency-Key", "show-" + number);
        HttpResponse<String> again = act("operator-1", number, show, "Idempotency-Key", "show-" + number);
        assertThat(RunningProgram.json(first).get("shown").get("caller.phone").asString())
                .isEqualTo("19900001234");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).doesNotContain("19900001234");
    }

    @Test
    void theSameKeyGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = open("Idempotency-Key", key);
        dispatch(RunningProgram.json(first).get("number").asString());
        HttpResponse<String> again = open("Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyUsedForSomethingElseIsRefused() {
        String key = UUID.randomUUID().toString();
        String number =
                RunningProgram.json(open("Idempotency-Key", key)).get("number").asString();
        HttpResponse<String> other =
                PROGRAM.post("operator-1", "/api/matters", APPEAL.replace("十几盏", "二十盏"), "Idempotency-Key", key);
        HttpResponse<String> elsewhere =
                act("operator-1", number, "{\"act\":\"show\",\"facts\":{\"why\":\"x\"}}", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(type(other)).isEqualTo("urn:shishi:problem:slip-used");
        HttpResponse<String> another = PROGRAM.post("operator-2", "/api/matters", APPEAL, "Idempotency-Key", key);
        assertThat(another.statusCode()).as("keys of others do not meet").isEqualTo(201);
        assertThat(header(another, "Idempotency-Replayed")).isEmpty();
    }

    private static String type(HttpResponse<String> problem) {
        assertThat(header(problem, "Content-Type")).isEqualTo("application/problem+json");
        return RunningProgram.json(problem).get("type").asString();
    }

    @Test
    void oneKeySentByManyAtOnceIsRecordedOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            calls.add(() -> RunningProgram.json(open("Idempotency-Key", key))
                    .get("position")
                    .asString());
        }
        try (var executor = Executors.newFixedThreadPool(12)) {
            assertThat(executor.invokeAll(calls).stream()
                            .map(MattersApiDbTest::get)
                            .distinct())
                    .hasSize(1);
        }
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStaleTagIsRefusedAndTheNewOneTold() {
        String number = number();
        String seen = header(PROGRAM.get("operator-1", "/api/matters/" + number), "ETag");
        HttpResponse<String> dispatched = dispatch(number, "If-Match", seen);
        assertThat(dispatched.statusCode()).isEqualTo(201);
        HttpResponse<String> late = act("chengguan", number, "{\"act\":\"sign\"}", "If-Match", seen);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(header(late, "ETag")).isEqualTo(header(dispatched, "ETag"));
        assertThat(act("chengguan", number, "{\"act\":\"sign\"}", "If-Match", "W/\"x\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(act("chengguan", number, "{\"act\":\"sign\"}", "If-Match", header(late, "ETag"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        String number = number();
        String tag = header(PROGRAM.get("operator-1", "/api/matters/" + number), "ETag");
        var asked = PROGRAM.request("operator-1", "/api/matters/" + number).header("If-None-Match", "\"1\", " + tag);
        HttpResponse<String> same = PROGRAM.send(asked.GET());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        dispatch(number);
        assertThat(PROGRAM.send(asked.GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void anothersMatterIsNotShown() {
        String number = number();
        assertThat(PROGRAM.get("chengguan", "/api/matters/" + number).statusCode())
                .isEqualTo(403);
        dispatch(number);
        assertThat(PROGRAM.get("chengguan", "/api/matters/" + number).statusCode())
                .isEqualTo(200);
        assertThat(PROGRAM.get("zhujian", "/api/matters/" + number).statusCode())
                .isEqualTo(403);
        assertThat(PROGRAM.get("citizen-1", "/api/matters/" + number).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusalsSayWhyInTheCallersLanguage() {
        String number = number();
        HttpResponse<String> duty = act("chengguan", number, "{\"act\":\"dispatch\",\"facts\":{\"unit\":\"zhujian\"}}");
        assertThat(duty.statusCode()).isEqualTo(403);
        assertThat(RunningProgram.json(duty).get("detail").asString()).contains("岗位");
        HttpResponse<String> early = act("caller-back-1", number, "{\"act\":\"call-back\"}", "Accept-Language", "en");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(RunningProgram.json(early).get("detail").asString()).contains("cannot be done");
        HttpResponse<String> nothing = act("operator-1", "SQ-19000101-0001", "{\"act\":\"show\"}");
        assertThat(nothing.statusCode()).isEqualTo(404);
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        HttpResponse<String> answer = PROGRAM.post(
                "operator-1", "/api/matters", """
                {"procedure":"appeal","facts":{"text":"%s","subject":"no-such","channel":"12345","urgency":"ordinary",
                 "caller":{"phone":"abc"},"colour":"red"}}""".formatted("长".repeat(10_001)), "Accept-Language", "en-GB,en;q=0.9");
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode errors = RunningProgram.json(answer).get("errors");
        List<String> fields = new ArrayList<>();
        errors.forEach(error -> fields.add(
                error.get("field").asString() + " " + error.get("name").asString()));
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "text too-long", "subject unknown-choice", "caller.phone field-wrong", "colour field-unknown");
    }

    @Test
    void aTokenIsNeededAndSoonWorthNothing() {
        HttpResponse<String> stranger = PROGRAM.get("", "/api/matters/SQ-1");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(header(stranger, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(type(stranger)).isEqualTo("urn:shishi:problem:token");
        assertThat(header(stranger, "Set-Cookie")).isEmpty();
        String number = number();
        assertThat(PROGRAM.get("auditor", "/api/matters/" + number).statusCode())
                .isEqualTo(200);
        PROGRAM.people().revokeTokens("auditor", java.time.Instant.now());
        assertThat(PROGRAM.get("auditor", "/api/matters/" + number).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatHappenedBeforeIsSaidSo() {
        String body = APPEAL.substring(0, APPEAL.lastIndexOf('}')) + ", \"happenedAt\": \"%s\"}";
        HttpResponse<String> before =
                PROGRAM.post("operator-1", "/api/matters", body.formatted("2026-01-05T09:30:00+08:00"));
        assertThat(RunningProgram.json(before).get("happenedAt").asString()).isEqualTo("2026-01-05T01:30:00Z");
        HttpResponse<String> after =
                PROGRAM.post("operator-1", "/api/matters", body.formatted("2999-01-05T09:30:00+08:00"));
        assertThat(after.statusCode()).isEqualTo(422);
    }
}
