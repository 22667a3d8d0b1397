package dev.touchstone.indexer.archive.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Gives out the connection of a transaction that is under way; closing it there leaves it open here. */
final class SameConnection {
    private SameConnection() {}

    static DataSource of(Connection connection) {
        var lent = proxy(Connection.class, (_, method, arguments) -> {
            if (method.getName().equals("close")) return null;
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getTargetException();
            }
        });
        return proxy(DataSource.class, (_, method, _) -> {
            if (method.getName().equals("getConnection")) return lent;
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SameConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
