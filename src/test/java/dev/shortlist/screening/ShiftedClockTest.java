package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.retention.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// Two nodes on one database, one of which goes by a clock that is wrong.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ShiftedClockTest {
  private static final String HEARTBEAT = "1s";
  private static final int CVS = 40;

  @RegisterExtension
  static final RunningShortlist right =
      new RunningShortlist(Map.of("shortlist.tasks.heartbeat", HEARTBEAT));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"PT-2H", "P45D"})
  void a_node_whose_clock_is_wrong_takes_nobody_for_dead_and_removes_nothing(String shift)
      throws IOException {
    var account = right.get(Accounts.class).create("of " + shift);
    try (var wrong = nodeWithClock(shift)) {
      var first = screening(account, "first" + shift, right.get(Intake.class));
      var second = screening(account, "second" + shift, wrong.getBean(Intake.class));
      for (var screening : List.of(first, second)) {
        while (state(account, screening) != Screening.State.COMPLETED) {
          assertThat(deaths()).isZero();
          var remaining = progress(wrong, account, screening).remaining();
          assertThat(remaining == null || (!remaining.isNegative() && remaining.toHours() < 1))
              .as("%s", remaining)
              .isTrue();
          LockSupport.parkNanos(20_000_000);
        }
      }

      wrong.getBean(Retention.class).run();

      var invariants = new Invariants(right.database().jdbc(), right.database().tenancy(), account);
      invariants.check();
      for (var screening : List.of(first, second)) {
        assertThat(progress(wrong, account, screening).count(Stage.COMPLETED)).isEqualTo(CVS);
      }
    }
  }

  private ConfigurableApplicationContext nodeWithClock(String shift) {
    return new SpringApplicationBuilder(Shortlist.class, Shifted.class)
        .run(
            "--shift=" + shift,
            "--shortlist.port=0",
            "--shortlist.retention.screenings=1d",
            "--shortlist.tasks.heartbeat=" + HEARTBEAT,
            "--shortlist.data=" + folder,
            "--shortlist.storage.folder=" + right.data().resolve("files"),
            "--shortlist.database.url=" + right.database().url());
  }

  private ScreeningId screening(AccountId account, String name, Intake intake) throws IOException {
    var screening = right.get(Screenings.class).create(account, name, null, null).id();
    var cvs = new ArrayList<Upload>();
    for (int i = 0; i < CVS; i++) {
      var file = folder.resolve("%s-%d.txt".formatted(name, i));
      Files.writeString(file, "Ann %s %d\n\nSkills\nSAP, Excel\n".formatted(name, i));
      cvs.add(new Upload(file.getFileName().toString(), file));
    }
    intake.add(account, screening, cvs);
    return screening;
  }

  private static Screening.State state(AccountId account, ScreeningId screening) {
    return right.get(Screenings.class).find(account, screening).orElseThrow().state();
  }

  private static Progress progress(
      ConfigurableApplicationContext node, AccountId account, ScreeningId screening) {
    return node.getBean(Screenings.class).progress(account, screening);
  }

  private static int deaths() {
    return right
        .database()
        .jdbc()
        .sql("select count(*) from task_cpu where deaths > 0")
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /// Without a stereotype, as the servers of other tests look through this package, too.
  static class Shifted {
    @Bean
    static BeanPostProcessor clocks(Environment environment) {
      var shift = Duration.parse(environment.getRequiredProperty("shift"));
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Clock clock ? Clock.offset(clock, shift) : bean;
        }
      };
    }
  }
}
