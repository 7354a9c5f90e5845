package dev.shortlist.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningChanged;
import dev.shortlist.screening.Screenings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class TwoNodesFeedTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path temp;

  @Test
  void what_one_node_does_is_heard_on_the_other_also_after_a_cut_connection() {
    var account = new AccountId(shortlist.database().account());
    var screenings = shortlist.get(Screenings.class);
    try (var other = node()) {
      var screening = screenings.create(account, "Pile", null, null);
      var heard = new CopyOnWriteArrayList<Screening.State>();
      var feed = other.getBean(ScreeningFeed.class);
      try (var subscription =
          feed.subscribe(account, screening.id(), event -> heard.add(event.screening().state()))) {
        await().atMost(SOON).until(() -> !heard.isEmpty());

        touch(account, screening, "PAUSED");
        await().atMost(SOON).until(() -> heard.contains(Screening.State.PAUSED));

        cutListeners();
        touch(account, screening, "CANCELLED");
        await().atMost(SOON).until(() -> heard.contains(Screening.State.CANCELLED));
        assertThat(subscription.isOpen()).isTrue();
      }
    }
  }

  /// As a node does that changes something.
  private static void touch(AccountId account, Screening screening, String state) {
    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql("update screening set state = :state where id = :id")
                .param("state", state)
                .param("id", screening.id().value())
                .update());
    shortlist.get(Neighbours.class).changed(new ScreeningChanged(account, screening.id()));
  }

  private static void cutListeners() {
    int cut =
        shortlist
            .get(JdbcClient.class)
            .sql(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and application_name = 'shortlist notices'
                """)
            .query((row, number) -> row.getBoolean(1))
            .list()
            .size();
    assertThat(cut).isGreaterThan(1);
  }

  private ConfigurableApplicationContext node() {
    return Shortlist.start(
        Map.of(
            "shortlist.port", "0",
            "shortlist.data", temp.toString(),
            "shortlist.database.url", shortlist.database().url()));
  }
}
