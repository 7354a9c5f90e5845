package dev.shortlist.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Opens the database while the program is still being put together: waiting for a server to start
/// is no reason for the rest to wait.
public final class DatabaseAhead
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (!(context.getBeanFactory() instanceof DefaultListableBeanFactory beans)) {
      return;
    }
    try {
      var settings =
          Binder.get(context.getEnvironment())
              .bind("shortlist.database", DatabaseSettings.class)
              .get();
      var opening = new Opening(settings);
      beans.registerSingleton("databaseOpening", opening);
      beans.registerDisposableBean("databaseOpening", opening);
      Thread.ofPlatform().daemon().name("database-start").start(opening.task);
    } catch (BindException e) {
      // Whoever needs the settings says what is wrong with them.
    }
  }

  /// A database on its way. One that nobody fetched, as the program failed meanwhile, is stopped.
  static final class Opening implements DisposableBean {
    private final FutureTask<Database> task;
    private boolean fetched;

    Opening(DatabaseSettings settings) {
      this.task = new FutureTask<>(() -> Database.open(settings));
    }

    /// The database; from now on it is the caller's to close.
    ///
    /// @throws DatabaseUnusable if it cannot be used
    synchronized Database fetch() {
      fetched = true;
      return finished();
    }

    @Override
    public synchronized void destroy() {
      if (!fetched) {
        finished().close();
      }
    }

    private Database finished() {
      try {
        return task.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException why) {
          throw why;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the database was being opened", e);
      }
    }
  }
}
