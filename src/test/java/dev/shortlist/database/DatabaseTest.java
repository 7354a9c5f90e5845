package dev.shortlist.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {
  @RegisterExtension static final TestDatabase server = new TestDatabase();

  @Test
  void a_server_of_ones_own_is_used_and_migrated_by_its_url() {
    try (var database = Database.open(settings(server.url()));
        var pool = database.pool("test", 2)) {
      assertThat(database.isOurs()).isFalse();
      assertThat(
              JdbcClient.create(pool)
                  .sql("select count(*) from screening")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void a_superuser_is_refused_as_the_fence_does_not_hold_for_it() {
    assertThatThrownBy(() -> Database.open(settings(server.superuserUrl())))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("connects as postgres")
        .hasMessageContaining("create role shortlist login");
  }

  @Test
  void a_wrong_password_is_told_without_showing_it() {
    String wrong = server.url().replaceAll(":[^:@/]+@", ":wrong@");

    assertThatThrownBy(() -> Database.open(settings(wrong)))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("password authentication failed")
        .hasMessageContaining("check SHORTLIST_DATABASE_URL")
        .hasMessageNotContaining("wrong");
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, Path.of("unused"), 2, Duration.ofSeconds(10));
  }
}
