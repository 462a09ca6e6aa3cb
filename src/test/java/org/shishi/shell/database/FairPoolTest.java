package org.shishi.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FairPoolTest {
    private final AtomicInteger open = new AtomicInteger();

    @Test
    void noMoreConnectionsAreOutThanThePoolIsWide() throws SQLException {
        FairPool pool = new FairPool(connections(), 2, Duration.ofMillis(20));
        Connection first = pool.getConnection();
        pool.getConnection();
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        first.close();
        pool.getConnection();
        assertThat(open.get()).isEqualTo(2);
    }

    @Test
    void closingTwiceFreesOnePlaceOnly() throws SQLException {
        FairPool pool = new FairPool(connections(), 1, Duration.ofMillis(20));
        Connection first = pool.getConnection();
        first.close();
        first.close();
        pool.getConnection();
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    }

    @Test
    void aPoolThatFailsKeepsNoPlace() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        DataSource failingOnce = source(() -> {
            if (calls.getAndIncrement() == 0) {
                throw new SQLException("no server");
            }
            return connection();
        });
        FairPool pool = new FairPool(failingOnce, 1, Duration.ofMillis(20));
        assertThatThrownBy(pool::getConnection).hasMessage("no server");
        pool.getConnection().close();
    }

    private DataSource connections() {
        return source(this::connection);
    }

    private Connection connection() {
        open.incrementAndGet();
        return fake(Connection.class, (name) -> {
            if (name.equals("close")) {
                open.decrementAndGet();
            }
            return "";
        });
    }

    private interface Supply {
        Object get(String method) throws SQLException;
    }

    private interface Connections {
        Connection next() throws SQLException;
    }

    private static DataSource source(Connections connections) {
        return fake(DataSource.class, (name) -> connections.next());
    }

    private static <T> T fake(Class<T> type, Supply supply) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> supply.get(method.getName())));
    }
}
