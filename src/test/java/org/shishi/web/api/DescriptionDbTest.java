package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescriptionDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();

    private static JsonNode description() {
        return RunningProgram.json(PROGRAM.get("", "/api/openapi.json"));
    }

    @Test
    void everyActOfThePacksIsDescribed() {
        JsonNode schemas = description().get("components").get("schemas");
        assertThat(schemas.get("Opening").get("anyOf").toString()).contains("appeal.open.register");
        assertThat(schemas.get("Entry").get("anyOf").toString())
                .contains("appeal.dispatch")
                .doesNotContain("overdue");
        JsonNode facts = schemas.get("appeal.open.register").get("properties").get("facts");
        assertThat(facts.get("required").toString()).contains("text", "subject", "channel", "urgency");
        assertThat(facts.get("properties")
                        .get("caller")
                        .get("properties")
                        .get("phone")
                        .get("type")
                        .asString())
                .isEqualTo("string");
        assertThat(facts.get("properties").get("subject").get("enum").toString())
                .contains("0305");
        assertThat(description().get("openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void everythingReferredToIsThere() {
        JsonNode description = description();
        List<String> missing = new ArrayList<>();
        description.findValuesAsString("$ref").forEach(ref -> {
            if (description.at(ref.substring(1)).isMissingNode()) {
                missing.add(ref);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDescribedPathIsThere() {
        description().get("paths").propertyNames().forEach(path -> {
            String asked = path.replaceAll("\\{[a-z]+}", "1");
            HttpResponse<String> answer = PROGRAM.send(
                    PROGRAM.request("", asked).method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(path).isEqualTo(204);
        });
    }

    @Test
    void titlesAreInTheLanguageAskedFor() {
        assertThat(PROGRAM.get("", "/api/packs").body()).contains("\"路灯照明\"");
        var english = PROGRAM.request("", "/api/packs").header("Accept-Language", "en");
        assertThat(PROGRAM.send(english.GET()).body())
                .contains("\"Street lights\"")
                .doesNotContain("路灯照明");
    }

    @Test
    void unitsAndDivisionsAreListed() {
        JsonNode all = RunningProgram.json(PROGRAM.get("", "/api/units"));
        assertThat(all.get("units").toString()).contains("chengguan");
        assertThat(all.get("divisions").size()).isGreaterThan(20);
    }

    @Test
    void theDescriptionCanBeBrowsed() {
        HttpResponse<String> moved = PROGRAM.get("", "/api/docs");
        assertThat(moved.statusCode()).isEqualTo(303);
        String page = PROGRAM.get("", "/api/docs/").body();
        assertThat(page).contains("swagger-ui-bundle.js").contains("docs.js");
        for (String file : List.of("docs.js", "swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png")) {
            assertThat(PROGRAM.get("", "/api/docs/" + file).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
        assertThat(PROGRAM.get("", "/api/docs/../../application.yaml").statusCode())
                .isBetween(400, 404);
    }
}
