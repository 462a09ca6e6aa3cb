package org.shishi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database whose power fails at the worst moment: all is said, and the commit never comes. */
final class PowerCut {
    private static final String COMMIT = "; COMMIT";

    private PowerCut() {}

    static DataSource at(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                PowerCut.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, args) -> {
                    Object answer = call(database, method, args);
                    return answer instanceof Connection connection ? cut(connection) : answer;
                });
    }

    private static Connection cut(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PowerCut.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, args) -> {
                    if (method.getName().equals("commit")) {
                        throw failed(connection);
                    }
                    boolean isLast = method.getName().equals("prepareStatement")
                            && String.valueOf(args[0]).endsWith(COMMIT);
                    return isLast ? last(connection, String.valueOf(args[0])) : call(connection, method, args);
                });
    }

    /** The statement that would commit says all it has to say but the last word. */
    private static PreparedStatement last(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.substring(0, sql.length() - COMMIT.length()));
        return (PreparedStatement) Proxy.newProxyInstance(
                PowerCut.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, args) -> {
                    Object answer = call(statement, method, args);
                    if (method.getName().equals("execute")) {
                        throw failed(connection);
                    }
                    return answer;
                });
    }

    private static SQLException failed(Connection connection) throws SQLException {
        connection.rollback();
        return new SQLException("the power failed", "08006");
    }

    private static Object call(Object on, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(on, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
