package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Credits;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.tasks.FailingDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// The line to the database breaks at each call a CV needs on its way through all stages, before
/// the call and after it: its one result is there in the end, for its one credit.
@Tag("slow")
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class StageFaultsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static FailingDataSource connections;

  @BeforeAll
  static void start() {
    context =
        new SpringApplication(Shortlist.class, BrittleLine.class)
            .run(
                "--shortlist.port=0",
                "--shortlist.data=" + folder,
                "--shortlist.database.url=" + database.url(),
                "--shortlist.tasks.heartbeat=1s",
                "--shortlist.tasks.poll=50ms",
                "--shortlist.tasks.backoff=20ms");
    connections = (FailingDataSource) context.getBean("dataSource");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void whichever_call_fails_a_cv_has_one_result_and_costs_one_credit() throws IOException {
    var account = new AccountId(database.account());
    context.getBean(Credits.class).grant(account, 1000, "opening");
    var invariants = new Invariants(database.jdbc(), database.tenancy(), account);
    int cvs = 0;
    int faults = 0;
    boolean reached = true;
    for (int call = 1; reached; call++) {
      reached = false;
      for (boolean afterwards : new boolean[] {false, true}) {
        var screening = screening(account);
        var cv = cv(++cvs);
        connections.arm(call, afterwards);
        context.getBean(Intake.class).add(account, screening, List.of(cv));
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> isDone(account, screening));
        reached |= connections.isDone();
        faults += connections.isDone() ? 1 : 0;
        connections.arm(0, false);
      }
    }
    invariants.check();
    assertThat(context.getBean(Credits.class).balance(account))
        .isEqualTo(new Balance.Limited(1000 - cvs, 0));
    assertThat(faults).as("faults that happened").isGreaterThanOrEqualTo(18);
    System.out.printf("cvs=%d faults=%d lost=0 doubled=0%n", cvs, faults);
  }

  private static ScreeningId screening(AccountId account) {
    var job =
        context
            .getBean(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    return context.getBean(Screenings.class).create(account, null, job.id(), null).id();
  }

  private static Upload cv(int number) throws IOException {
    return new Upload(
        number + ".txt",
        Files.writeString(
            folder.resolve(number + ".txt"),
            "Person Number %1$d\nperson%1$d@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP and Excel\n"
                .formatted(number)));
  }

  private static boolean isDone(AccountId account, ScreeningId screening) {
    return context.getBean(Screenings.class).find(account, screening).orElseThrow().state()
        == Screening.State.COMPLETED;
  }

  /// Puts connections that break between the program and its pool.
  static final class BrittleLine {
    @Bean
    static BeanPostProcessor brittle() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return name.equals("dataSource") ? FailingDataSource.ofCpuLane((DataSource) bean) : bean;
        }
      };
    }
  }
}
