package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shishi.ledger.Lines.CITY;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Line;
import org.shishi.ledger.Lines;
import org.shishi.ledger.NewLine;

class BookmarksDbTest {
    private static final int SIZE = 777;

    private final LedgerTables tables = new LedgerTables();
    private final PGSimpleDataSource desk = TestDatabase.asDesk(TestDatabase.fresh());
    private final Bookmarks bookmarks = new Bookmarks(desk, tables);
    private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());

    private final Follower follower = new Follower() {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public void follow(Connection c, List<Line> lines) {
            lines.forEach(line -> seen.add(line.entry().position()));
        }
    };

    @BeforeEach
    void fillTheLedger() throws SQLException {
        try (Connection c = desk.getConnection()) {
            tables.open(c, CITY, Digest.SM3);
            Edge before = tables.edge(c, CITY);
            List<NewLine> lines = Lines.some(before, SIZE, 1);
            tables.append(c, CITY, before, lines, Lines.after(before, lines));
        }
    }

    @Test
    void twoNodesShowEveryLineOnceAndInOrder() throws Exception {
        Callable<Integer> node = () -> {
            int steps = 0;
            while (bookmarks.step(CITY, follower, 10) > 0) {
                steps++;
            }
            return steps;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            int steps = 0;
            for (var future : nodes.invokeAll(List.of(node, node))) {
                steps += future.get();
            }
            assertThat(steps).isEqualTo(78);
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, SIZE).boxed().toList());
    }

    @Test
    void aFollowerThatFailsSeesTheSameLinesAgain() throws SQLException {
        Follower failing = new Follower() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public void follow(Connection c, List<Line> lines) {
                throw new IllegalStateException("not today");
            }
        };
        bookmarks.step(CITY, follower, 100);
        assertThatThrownBy(() -> bookmarks.step(CITY, failing, 100)).hasMessage("not today");
        assertThat(bookmarks.step(CITY, follower, 100)).isEqualTo(100);
        assertThat(seen).hasSize(200).endsWith(199L, 200L);
    }

    @Test
    void aRewoundFollowerBeginsAtTheFirstLine() throws SQLException {
        bookmarks.step(CITY, follower, 500);
        try (Connection c = desk.getConnection()) {
            assertThat(bookmarks.position(c, CITY, "counting")).isEqualTo(500);
            bookmarks.rewind(c, CITY, follower);
            assertThat(bookmarks.position(c, CITY, "counting")).isZero();
        }
        seen.clear();
        bookmarks.step(CITY, follower, 1);
        assertThat(seen).containsExactly(1L);
    }
}
