package org.shishi.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.shishi.files.Pictures;
import tools.jackson.databind.JsonNode;

/** Files for programs. */
class FilesApiDbTest {
    private static final RunningProgram PROGRAM = RunningProgram.open();

    private static HttpResponse<String> send(String account, byte[] bytes, String type, String name) {
        return PROGRAM.send(PROGRAM.request(account, "/api/files?name=" + name)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private static HttpResponse<String> register(String account, String photos) {
        String facts =
                "{\"text\":\"井盖碎了\",\"subject\":\"0309\",\"channel\":\"app\",\"urgency\":\"ordinary\",\"photos\":\""
                        + photos + "\"}";
        return PROGRAM.post(account, "/api/matters", "{\"procedure\":\"appeal\",\"facts\":" + facts + "}");
    }

    @Test
    void aFileIsSentThenNamedThenFetchedByWhoMaySeeTheMatter() {
        HttpResponse<String> sent = send("operator-1", Pictures.photo(1), "image/jpeg", "a.jpg");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode file = RunningProgram.json(sent);
        assertThat(file.get("sort").asString()).isEqualTo("photo");
        String hash = file.get("hash").asString();

        assertThat(register("operator-2", hash).body()).contains("file-not-sent");
        HttpResponse<String> opened = register("operator-1", file.get("fact").asString());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String number = RunningProgram.json(opened).get("number").asString();

        String path = "/api/matters/" + number + "/files/" + hash;
        HttpResponse<byte[]> got =
                PROGRAM.send(PROGRAM.request("dispatcher-1", path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(new String(got.body(), StandardCharsets.ISO_8859_1)).doesNotContain("PhoneCo");
        assertThat(PROGRAM.get("zhujian", path).statusCode()).isEqualTo(403);
        assertThat(PROGRAM.get("", path).statusCode()).isEqualTo(401);
        assertThat(PROGRAM.get("dispatcher-1", "/api/matters/" + number + "/files/../x")
                        .statusCode())
                .isBetween(400, 404);
        assertThat(PROGRAM.get("dispatcher-1", "/api/matters/" + number + "/files/" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeTakenIsSaidInWords() {
        byte[] words = "only words".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> wrong = send("operator-1", words, "image/jpeg", "%E7%85%A7.jpg");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("urn:shishi:problem:file-unknown");
        assertThat(send("operator-1", new byte[0], "image/jpeg", "").statusCode())
                .isEqualTo(422);
        assertThat(send("operator-1", new byte[31 << 20], "image/jpeg", "").statusCode())
                .isEqualTo(413);
        assertThat(send("operator-1", words, "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send("", words, "image/jpeg", "").statusCode()).isEqualTo(401);
        HttpResponse<String> active = send("operator-1", Pictures.pdf("/S /JavaScript"), "application/pdf", "a.pdf");
        assertThat(active.body()).contains("file-active");
    }

    @Test
    void aFormFarTooLargeEndsInAClearAnswer() {
        String head = "--x\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\n\r\n";
        HttpResponse<String> answer = PROGRAM.send(PROGRAM.request("", "/matters/new/appeal")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(new byte[100 << 20]),
                        BodyPublishers.ofString("\r\n--x--\r\n"))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("内容太大");
    }
}
