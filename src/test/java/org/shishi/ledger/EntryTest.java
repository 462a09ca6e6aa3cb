package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Hash HASH = Digest.SHA256.hash(new byte[] {1});

    private static Entry entry(String act, Optional<String> number, Optional<Hash> facts, Optional<Hash> secret) {
        return new Entry(
                18231,
                417,
                number,
                act,
                new By("wang.li", "值班员", ""),
                Instant.parse("2021-10-09T01:30:00.000001Z"),
                Instant.parse("2026-11-24T00:00:00Z"),
                "appeal@1#0123456789abcdef",
                "web",
                facts,
                secret);
    }

    @Test
    void theHeaderIsThisTextAndNoOther() {
        Entry entry = entry("register", Optional.of("SQ-20211009-0417"), Optional.of(HASH), Optional.empty());
        assertThat(new String(entry.header("370982"), StandardCharsets.UTF_8))
                .isEqualTo("{\"city\":\"370982\",\"position\":18231,\"matter\":417,\"number\":\"SQ-20211009-0417\","
                        + "\"act\":\"register\",\"account\":\"wang.li\",\"duty\":\"值班员\",\"unit\":\"\","
                        + "\"happened\":\"2021-10-09T01:30:00.000001Z\",\"recorded\":\"2026-11-24T00:00:00.000000Z\","
                        + "\"under\":\"appeal@1#0123456789abcdef\",\"via\":\"web\",\"facts\":\"" + HASH.hex() + "\"}");
    }

    @Test
    void everyTextComesBackAsItWas() {
        String[] texts = {
            "", "派单", "a\"b\\c/d", "tab\tnewline\nreturn\rbell\u0007nul\0", "\u007f\u0080\u2028", "𠮷野家😀", "{}[],:"
        };
        for (String text : texts) {
            Entry entry = entry(text, Optional.of(text), Optional.empty(), Optional.of(HASH));
            assertThat(Entry.read(entry.header("370982"))).isEqualTo(entry);
        }
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> entry("a\ud83d", Optional.empty(), Optional.empty(), Optional.empty())
                        .header("1"))
                .hasMessageContaining("surrogate");
    }

    @Test
    void timesAreCutToTheMicrosecond() {
        Instant time = Instant.parse("2026-11-24T00:00:00.123456789Z");
        Entry entry = new Entry(
                1,
                1,
                Optional.empty(),
                "a",
                new By("a", "b", "c"),
                time,
                time,
                "u",
                "cli",
                Optional.empty(),
                Optional.empty());
        assertThat(entry.recordedAt()).isEqualTo(Instant.parse("2026-11-24T00:00:00.123456Z"));
    }

    @Test
    void aHeaderThatIsSpeltInAnotherWayIsRefused() {
        String good = new String(
                entry("register", Optional.empty(), Optional.empty(), Optional.empty())
                        .header("370982"),
                StandardCharsets.UTF_8);
        String[] bad = {
            good + " ",
            " " + good,
            good.replace(":417", ": 417"),
            good.replace(":417", ":0417"),
            good.replace("wang", "w\\u0061ng"),
            good.replace("wang", "w\tang"),
            good.replace("wang", "w\\u0009ang"),
            good.replace("\"via\":\"web\"", "\"via\":\"web\",\"more\":1"),
            good.replace("00:00:00.000000Z", "00:00:00.00000Z"),
            good.replace("2026-11-24T", "2026-11-24 "),
            good.replace("\"act\"", "\"city\""),
            good.replace("417", "18232"),
            good.substring(0, good.length() - 1),
            ""
        };
        assertThat(Entry.read(Lines.utf8(good)).act()).isEqualTo("register");
        for (String text : bad) {
            assertThatThrownBy(() -> Entry.read(Lines.utf8(text))).as(text).isInstanceOf(RuntimeException.class);
        }
    }
}
