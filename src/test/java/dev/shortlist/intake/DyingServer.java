package dev.shortlist.intake;

import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.storage.Storage;
import dev.shortlist.storage.StorageBatch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/// A node that takes one upload and is gone, as by `kill -9`, at a step of it.
final class DyingServer {
  static final int KILLED = 137;

  /// Where it dies.
  enum Step {
    ALL_FILES_ARE_WRITTEN,
    ALL_FILES_ARE_KEPT,
    BEFORE_THE_ROWS_ARE_COMMITTED,
    AFTER_THE_ROWS_ARE_COMMITTED
  }

  private DyingServer() {}

  /// Takes the upload.
  ///
  /// @param arguments step, account, screening, file, and then settings
  public static void main(String[] arguments) {
    Dying.step = Step.valueOf(arguments[0]);
    var settings =
        Stream.concat(
                Arrays.stream(arguments).skip(4),
                Stream.of(
                    "--shortlist.port=0",
                    "--shortlist.roles=web",
                    "--spring.main.lazy-initialization=true"))
            .toArray(String[]::new);
    var server = new SpringApplicationBuilder(Shortlist.class, Dying.class).run(settings);
    var file = Path.of(arguments[3]);
    server
        .getBean(Intake.class)
        .add(
            new AccountId(UUID.fromString(arguments[1])),
            new ScreeningId(UUID.fromString(arguments[2])),
            List.of(new Upload(file.getFileName().toString(), file)));
    System.exit(0);
  }

  /// Without a stereotype, as the servers of other tests look through this package, too.
  static class Dying {
    static Step step = Step.ALL_FILES_ARE_WRITTEN;

    /// At which upload it dies, from 1.
    static int upload = 1;

    /// How it dies.
    static Runnable end = () -> Runtime.getRuntime().halt(KILLED);

    @Bean
    static BeanPostProcessor watched() {
      var kept = new AtomicReference<@Nullable Thread>(); // others commit something else meanwhile
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return switch (bean) {
            case Storage storage -> storage(storage, kept);
            case PlatformTransactionManager transactions -> transactions(transactions, kept);
            default -> bean;
          };
        }
      };
    }

    private static Storage storage(Storage storage, AtomicReference<@Nullable Thread> kept) {
      return watched(
          Storage.class,
          (method, arguments) ->
              method.getName().equals("batch")
                  ? batch(storage.batch(), kept)
                  : call(storage, method, arguments));
    }

    private static StorageBatch batch(StorageBatch batch, AtomicReference<@Nullable Thread> kept) {
      return watched(
          StorageBatch.class,
          (method, arguments) -> {
            boolean commit = method.getName().equals("commit");
            if (commit) {
              dieAt(Step.ALL_FILES_ARE_WRITTEN);
            }
            var result = call(batch, method, arguments);
            if (commit) {
              dieAt(Step.ALL_FILES_ARE_KEPT);
              kept.set(Thread.currentThread());
            }
            return result;
          });
    }

    private static PlatformTransactionManager transactions(
        PlatformTransactionManager transactions, AtomicReference<@Nullable Thread> kept) {
      return watched(
          PlatformTransactionManager.class,
          (method, arguments) -> {
            boolean last =
                method.getName().equals("commit")
                    && Thread.currentThread().equals(kept.get())
                    && ((TransactionStatus) arguments[0]).isNewTransaction();
            if (last) {
              dieAt(Step.BEFORE_THE_ROWS_ARE_COMMITTED);
            }
            var result = call(transactions, method, arguments);
            if (last) {
              dieAt(Step.AFTER_THE_ROWS_ARE_COMMITTED);
              kept.set(null);
              upload--;
            }
            return result;
          });
    }

    private static void dieAt(Step here) {
      if (here == step && upload == 1) {
        end.run();
      }
    }

    private static <T> T watched(Class<T> type, Watch watch) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> watch.call(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private interface Watch {
    Object call(Method method, Object[] arguments) throws Throwable;
  }
}
