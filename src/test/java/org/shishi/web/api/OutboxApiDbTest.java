package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shishi.post.PostOffice;
import tools.jackson.databind.JsonNode;

/** A gateway as a city would plug it in. */
class OutboxApiDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();

    private static String registered() {
        HttpResponse<String> answer = PROGRAM.post(
                "operator-1",
                "/api/matters",
                "{\"procedure\":\"appeal\",\"facts\":{\"text\":\"路灯不亮\",\"subject\":\"0305\",\"channel\":\"12345\","
                        + "\"urgency\":\"ordinary\",\"caller\":{\"phone\":\"19900001234\"}}}");
        assertThat(answer.statusCode()).isEqualTo(201);
        PostOffice post = PROGRAM.bean(PostOffice.class);
        for (int i = 0; i < 50 && post.round() > 0; i++) {
            Thread.onSpinWait();
        }
        return RunningProgram.json(answer).get("number").asString();
    }

    private static Optional<JsonNode> taken(String number) {
        HttpResponse<String> answer = PROGRAM.get("gateway", "/api/outbox?way=sms&limit=200");
        assertThat(answer.statusCode()).isEqualTo(200);
        for (JsonNode letter : RunningProgram.json(answer).get("letters")) {
            if (letter.get("matter").asString().equals(number)) {
                return Optional.of(letter);
            }
        }
        return Optional.empty();
    }

    private static HttpResponse<String> said(String account, String id, String body) {
        return PROGRAM.post(account, "/api/outbox/" + id + "/receipt", body);
    }

    @Test
    void aGatewayTakesALetterAndSaysWhatCameOfIt() {
        String number = registered();
        JsonNode letter = taken(number).orElseThrow();
        assertThat(letter.get("to").asString()).isEqualTo("19900001234");
        assertThat(letter.get("words").asString()).contains(number);
        assertThat(taken(number)).as("it is in hand").isEmpty();
        String id = letter.get("id").asString();
        assertThat(said("gateway", id, "{\"state\":\"sent\",\"text\":\"msg-1\"}")
                        .body())
                .isEqualTo("{\"noted\":true}");
        assertThat(said("gateway", id, "{\"state\":\"sent\",\"text\":\"msg-1\"}")
                        .body())
                .isEqualTo("{\"noted\":false}");
        assertThat(PROGRAM.get("operator-1", "/api/matters/" + number).body())
                .contains("\"tell\"")
                .contains("msg-1")
                .doesNotContain("19900001234");
    }

    @Test
    void nobodyElseIsLetIn() {
        assertThat(PROGRAM.get("", "/api/outbox?way=sms").statusCode()).isEqualTo(401);
        for (String account : new String[] {"operator-1", "admin", "chengguan"}) {
            assertThat(PROGRAM.get(account, "/api/outbox?way=sms").statusCode()).isEqualTo(403);
            assertThat(said(account, UUID.randomUUID().toString(), "{\"state\":\"sent\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aGatewayMayDoNothingElse() {
        String number = registered();
        assertThat(PROGRAM.get("gateway", "/api/matters/" + number).statusCode())
                .isEqualTo(403);
        assertThat(PROGRAM.post("gateway", "/api/matters/" + number + "/entries", "{\"act\":\"tell\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatMakesNoSenseIsSaidToMakeNone() {
        for (String query : new String[] {"", "?way=pigeon", "?way=sms&limit=0", "?way=sms&limit=x", "?way=sms&to=1"}) {
            assertThat(PROGRAM.get("gateway", "/api/outbox" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        String id = UUID.randomUUID().toString();
        assertThat(said("gateway", "x", "{\"state\":\"sent\"}").statusCode()).isEqualTo(404);
        assertThat(said("gateway", id, "{\"state\":\"sent\"}").statusCode()).isEqualTo(404);
        for (String body : new String[] {
            "", "[]", "{}", "{\"state\":\"gone\"}", "{\"state\":1}", "{\"state\":\"sent\",\"more\":\"\"}"
        }) {
            assertThat(said("gateway", id, body).statusCode()).as(body).isEqualTo(400);
        }
    }
}
