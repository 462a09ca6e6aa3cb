package org.shishi.shell.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Serves connections in the order they were asked for. Hikari hands them over unfairly: with many virtual threads some
 * wait for seconds while others pass them by; a fair gate before it, as wide as the pool, lets nobody wait inside.
 */
public final class FairPool extends DelegatingDataSource {
    private final Semaphore gate;
    private final Duration patience;

    public FairPool(DataSource pool, int width, Duration patience) {
        super(pool);
        this.gate = new Semaphore(width, true);
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        enter();
        try {
            return leaving(super.getConnection());
        } catch (SQLException | RuntimeException e) {
            gate.release();
            throw e;
        }
    }

    private void enter() throws SQLException {
        try {
            if (!gate.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("No database connection became free within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a database connection", e);
        }
    }

    private Connection leaving(Connection connection) {
        AtomicBoolean inside = new AtomicBoolean(true);
        InvocationHandler handler = (_, method, arguments) -> switch (method.getName()) {
            case "close" -> leave(connection, inside);
            default -> call(() -> method.invoke(connection, arguments));
        };
        return (Connection)
                Proxy.newProxyInstance(FairPool.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @SuppressWarnings("NullAway") // the answer of a void method
    private Object leave(Connection connection, AtomicBoolean inside) throws SQLException {
        if (inside.compareAndSet(true, false)) {
            try {
                connection.close();
            } finally {
                gate.release();
            }
        }
        return null;
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
