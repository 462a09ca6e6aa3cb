package org.shishi.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Entries made up for tests; the same seed gives the same ledger. */
public final class Lines {
    public static final String CITY = "370982";
    public static final Instant START = Instant.parse("2021-10-09T01:30:00Z");

    private Lines() {}

    public static Edge start(Digest digest) {
        return new Edge(0, Frontier.empty(digest), digest, Instant.EPOCH);
    }

    public static Edge after(Edge before, List<NewLine> lines) {
        Frontier frontier = before.frontier();
        for (NewLine line : lines) {
            frontier = frontier.append(line.line().leaf());
        }
        return new Edge(
                frontier.size(),
                frontier,
                before.digest(),
                lines.getLast().line().entry().recordedAt());
    }

    public static List<NewLine> some(Edge before, int count, long seed) {
        Random random = new Random(seed);
        Growth growth = new Growth(CITY, before);
        List<NewLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(one(growth, random));
        }
        return lines;
    }

    private static NewLine one(Growth growth, Random random) {
        long position = growth.next();
        Digest digest = growth.after().digest();
        Body facts = body(Body.Kind.FACTS, facts(random), random);
        Body secret = body(Body.Kind.SECRET, bytes(random, 60), random);
        boolean personal = position % 3 == 0;
        long matter = position % 2 == 1 ? position : position - 1;
        Instant at = START.plusSeconds(position).plusNanos(random.nextInt(1_000_000) * 1000L);
        Entry entry = new Entry(
                position,
                matter,
                matter == position ? Optional.of("SQ-20211009-" + position) : Optional.empty(),
                matter == position ? "register" : "dispatch",
                new By("wang", "operator", "hotline"),
                at.minusSeconds(5),
                at,
                "appeal@1#0123456789abcdef",
                "web",
                Optional.of(facts.hash(digest)),
                Optional.of(secret.hash(digest)).filter(s -> personal));
        return new NewLine(
                growth.append(entry),
                Optional.of(facts),
                Optional.of(secret).filter(s -> personal),
                "slip-" + position);
    }

    private static Body body(Body.Kind kind, byte[] bytes, Random random) {
        return new Body(kind, bytes(random, Body.SALT), bytes);
    }

    private static byte[] facts(Random random) {
        return new JsonWriter()
                .put("subject", "路灯不亮")
                .put("text", "新汶街道\"平阳路\"\n第" + random.nextInt(1000) + "号")
                .bytes();
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
