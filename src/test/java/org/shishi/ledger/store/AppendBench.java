package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.TestDatabase;
import org.shishi.ledger.Body;
import org.shishi.ledger.By;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Growth;
import org.shishi.ledger.JsonWriter;
import org.shishi.ledger.NewLine;

/**
 * How many entries a second one writer stores, about 1 KB each, one a transaction and in batches, durably (run with
 * {@code -Dshishi.test.fsync=on}). Arguments: seconds a run, how many rounds.
 */
public final class AppendBench {
    private static final String CITY = "370982";
    private static final String TEXT = "新汶街道平阳路与府前街交叉口东侧路灯三天不亮，夜间行人过马路危险，请尽快派人检修。".repeat(4);

    private final LedgerTables tables = new LedgerTables();
    private final Digest digest;

    private AppendBench(Digest digest) {
        this.digest = digest;
    }

    public static void main(String[] args) throws SQLException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        for (Digest digest : Digest.values()) {
            try (Connection c = TestDatabase.asDesk(TestDatabase.fresh()).getConnection()) {
                new AppendBench(digest).run(c, seconds, rounds);
            }
        }
        System.exit(0);
    }

    private void run(Connection c, int seconds, int rounds) throws SQLException {
        tables.open(c, CITY, digest);
        c.setAutoCommit(false);
        appendFor(c, 64, 2);
        for (int round = 0; round < rounds; round++) {
            double single = 0;
            for (int batch : new int[] {1, 64, 500}) {
                double rate = appendFor(c, batch, seconds);
                single = batch == 1 ? rate : single;
                System.out.printf(
                        "%s batch %3d: %6.0f entries/s, %.1f times one a transaction; %d entries now%n",
                        digest, batch, rate, rate / single, tables.edge(c, CITY).size());
            }
        }
        c.rollback();
    }

    private double appendFor(Connection c, int batch, int seconds) throws SQLException {
        long start = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            append(c, batch);
            done += batch;
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private void append(Connection c, int batch) throws SQLException {
        Edge before = tables.lock(c, CITY);
        Growth growth = new Growth(CITY, before);
        Instant now = growth.recordedAt(Instant.now());
        List<NewLine> lines = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            lines.add(line(growth, now));
        }
        tables.append(c, CITY, before, lines, growth.after());
        c.commit();
    }

    private NewLine line(Growth growth, Instant now) {
        byte[] facts = new JsonWriter(1024)
                .put("subject", "市政/路灯")
                .put("text", TEXT)
                .put("channel", "12345")
                .bytes();
        Body body = Body.of(Body.Kind.FACTS, facts);
        Body secret = Body.of(Body.Kind.SECRET, new byte[90]);
        long position = growth.next();
        boolean opens = position % 4 == 1;
        Entry entry = new Entry(
                position,
                opens ? position : position - (position - 1) % 4,
                Optional.of("SQ-20261124-" + position).filter(n -> opens),
                "register",
                new By("wang.li", "operator", "hotline"),
                now,
                now,
                "appeal@1#0123456789abcdef",
                "web",
                Optional.of(body.hash(digest)),
                Optional.of(secret.hash(digest)).filter(s -> opens));
        return new NewLine(
                growth.append(entry),
                Optional.of(body),
                Optional.of(secret).filter(s -> opens),
                UUID.randomUUID().toString());
    }
}
