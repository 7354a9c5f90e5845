package dev.shortlist.tasks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that break once: at the n-th call to the database after it was armed, before it is
/// made or after it has had its effect.
public final class FailingDataSource extends DelegatingDataSource {
  private static final Set<String> CALLS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

  private final AtomicInteger left = new AtomicInteger();
  private final BooleanSupplier counts;
  private volatile boolean afterwards;

  FailingDataSource(DataSource target) {
    this(target, () -> true);
  }

  private FailingDataSource(DataSource target, BooleanSupplier counts) {
    super(target);
    this.counts = counts;
  }

  /// Only what the threads of the cpu lane call breaks.
  public static FailingDataSource ofCpuLane(DataSource target) {
    return new FailingDataSource(
        target, () -> Thread.currentThread().getName().startsWith("db-scheduler"));
  }

  /// Has the n-th call from now on fail.
  ///
  /// @param call n, from 1; 0 for none
  /// @param afterwards whether the call has its effect before it fails
  public void arm(int call, boolean afterwards) {
    this.afterwards = afterwards;
    left.set(call);
  }

  /// Whether it has failed, or was never armed.
  public boolean isDone() {
    return left.get() <= 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return wrapped(Connection.class, real, real);
  }

  private <T> T wrapped(Class<T> type, T target, Connection connection) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(connection, target, method, arguments)));
  }

  private Object call(Connection connection, Object target, Method method, Object[] arguments)
      throws Throwable {
    boolean fails =
        CALLS.contains(method.getName()) && counts.getAsBoolean() && left.getAndDecrement() == 1;
    if (fails && !afterwards) {
      throw broken(connection);
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (fails) {
      throw broken(connection);
    }
    return switch (result) {
      case PreparedStatement statement -> wrapped(PreparedStatement.class, statement, connection);
      case Statement statement -> wrapped(Statement.class, statement, connection);
      case null, default -> result;
    };
  }

  private static SQLException broken(Connection connection) throws SQLException {
    connection.abort(Runnable::run); // as a cut line does: the server undoes what is not committed
    return new SQLException("the connection is gone", "08006");
  }
}
