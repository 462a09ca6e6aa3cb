package org.shishi.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Lines;
import org.shishi.ledger.NewLine;
import org.shishi.ledger.store.Appending;
import org.shishi.ledger.store.Call;

class GroupCommitTest {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Decided> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<Boolean>> answers = new SynchronousQueue<>();

    private GroupCommit over() {
        return new GroupCommit(
                last -> {
                    asked.add(last);
                    return answer().orElseThrow(() -> new SQLException("the database is away"));
                },
                "test");
    }

    private Optional<Boolean> answer() {
        try {
            return answers.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private GroupCommit.Ahead batch(String name, Decided decided) {
        return new GroupCommit.Ahead(decided, () -> told.add(name + " lasts"), () -> told.add(name + " lost"));
    }

    private static Decided written() {
        Edge start = Lines.start(Digest.SHA256);
        List<NewLine> lines = Lines.some(start, 1, 1);
        Edge after = Lines.after(start, lines);
        return decided(Optional.of(
                new Rows(Appending.of(Lines.CITY, start, lines, after), Call.of("nothing"), List.of(), List.of())));
    }

    private static Decided refused() {
        return decided(Optional.empty());
    }

    private static Decided decided(Optional<Rows> rows) {
        return new Decided(0, List.of(), rows, Lines.start(Digest.SHA256), Map.of(), Map.of(), Map.of(), Set.of());
    }

    @Test
    void nobodyIsAnsweredBeforeTheDiskAndThenAllInTheirOrder() throws InterruptedException {
        try (GroupCommit group = over()) {
            Decided last = written();
            group.add(batch("first", written()));
            asked.take();
            group.add(batch("second", written()));
            group.add(batch("third", last));
            group.add(batch("fourth", refused()));
            assertThat(told).isEmpty();
            assertThat(group.isIdle()).isFalse();
            answers.put(Optional.of(true));
            assertThat(asked.take()).as("one wait for all that came meanwhile").isSameAs(last);
            assertThat(told).containsExactly("first lasts");
            answers.put(Optional.of(true));
            group.await();
            assertThat(told).containsExactly("first lasts", "second lasts", "third lasts", "fourth lasts");
            assertThat(group.isIdle()).isTrue();
        }
    }

    @Test
    void whatIsNotThereIsRecordedAgainInItsOrder() throws InterruptedException {
        try (GroupCommit group = over()) {
            group.add(batch("first", written()));
            asked.take();
            group.add(batch("second", written()));
            answers.put(Optional.of(false));
            asked.take();
            answers.put(Optional.empty());
            group.await();
            assertThat(told).containsExactly("first lost", "second lost");
            group.add(batch("third", written()));
            answers.put(Optional.of(true));
            group.await();
            assertThat(told).as("trouble ends nothing").endsWith("third lasts");
        }
    }

    @Test
    void aRefusalAloneNeedsNoDisk() throws InterruptedException {
        try (GroupCommit group = over()) {
            group.add(batch("refusal", refused()));
            group.await();
            assertThat(told).containsExactly("refusal lasts");
            assertThat(asked.poll(10, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void closingSettlesWhatWasAdded() throws InterruptedException {
        GroupCommit group = over();
        group.add(batch("last", written()));
        asked.take();
        Thread closing = Thread.ofVirtual().start(group::close);
        answers.put(Optional.of(true));
        closing.join();
        assertThat(told).containsExactly("last lasts");
        assertThat(group.isAlive()).isFalse();
    }
}
