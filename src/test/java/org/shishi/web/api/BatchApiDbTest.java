package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchApiDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();

    private static HttpResponse<String> batch(String account, List<String> commands) {
        return PROGRAM.post(account, "/api/batch", "{\"commands\":[" + String.join(",", commands) + "]}");
    }

    private static List<Integer> statuses(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Integer> statuses = new ArrayList<>();
        RunningProgram.json(answer)
                .get("answers")
                .forEach(each -> statuses.add(each.get("status").asInt()));
        return statuses;
    }

    private static String keyed(String key) {
        return MattersApiDbTest.APPEAL.replaceFirst("\\{", "{\"key\":\"" + key + "\",");
    }

    @Test
    void eachCommandIsAnsweredForItselfInOrder() {
        HttpResponse<String> answer = batch(
                "operator-1",
                List.of(
                        MattersApiDbTest.APPEAL,
                        "{\"procedure\":\"appeal\",\"facts\":{}}",
                        "{\"procedure\":\"appeal\",\"facts\":{\"caller\":{\"name\":[[{\"a\":1}]]}},\"act\":\"register\"}",
                        "7",
                        "[[1],{}]",
                        "{\"matter\":\"SQ-19990101-0001\",\"act\":\"show\"}",
                        "{\"act\":\"show\"}",
                        "{\"procedure\":\"appeal\",\"act\":\"dispatch\",\"expecting\":\"x\"}",
                        MattersApiDbTest.APPEAL));
        assertThat(statuses(answer)).containsExactly(201, 422, 400, 400, 400, 404, 400, 400, 201);
        JsonNode third = RunningProgram.json(answer).get("answers").get(2).get("problem");
        assertThat(third.get("errors").get(0).get("pointer").asString()).isEqualTo("/commands/2/facts/caller/name");
    }

    @Test
    void keysHoldInABatchAndAcrossBatches() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = batch("operator-1", List.of(keyed(key), keyed(key)));
        HttpResponse<String> again = batch("operator-1", List.of(keyed(key)));
        assertThat(statuses(first)).containsExactly(201, 201);
        JsonNode answers = RunningProgram.json(first).get("answers");
        assertThat(answers.get(0).get("replayed").asBoolean()).isFalse();
        assertThat(answers.get(1).get("replayed").asBoolean()).isTrue();
        assertThat(answers.get(1).get("position")).isEqualTo(answers.get(0).get("position"));
        JsonNode later = RunningProgram.json(again).get("answers").get(0);
        assertThat(later.get("position")).isEqualTo(answers.get(0).get("position"));
    }

    @Test
    void anActFollowsAnotherOnTheSameMatter() {
        String number = RunningProgram.json(batch("operator-1", List.of(MattersApiDbTest.APPEAL)))
                .get("answers")
                .get(0)
                .get("number")
                .asString();
        String dispatch = "{\"matter\":\"" + number + "\",\"act\":\"dispatch\",\"facts\":{\"unit\":\"chengguan\"}}";
        assertThat(statuses(batch("dispatcher-1", List.of(dispatch, dispatch)))).containsExactly(201, 409);
        String stale = "{\"matter\":\"" + number + "\",\"act\":\"sign\",\"expecting\":1}";
        assertThat(statuses(batch("chengguan", List.of(stale)))).containsExactly(412);
    }

    @Test
    void aThousandAreTakenAndNotOneMore() {
        assertThat(statuses(batch("operator-1", Collections.nCopies(1000, MattersApiDbTest.APPEAL))))
                .hasSize(1000)
                .allMatch(status -> status == 201);
        assertThat(batch("operator-1", Collections.nCopies(1001, "{}")).statusCode())
                .isEqualTo(413);
        assertThat(statuses(batch("operator-1", List.of()))).isEmpty();
    }

    @Test
    void aBatchThatIsNoneIsRefusedWhole() {
        for (String body :
                List.of("", "[]", "{}", "{\"commands\":{}}", "{\"commands\":[],\"x\":1}", "{\"commands\":[{}")) {
            assertThat(PROGRAM.post("operator-1", "/api/batch", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }
}
