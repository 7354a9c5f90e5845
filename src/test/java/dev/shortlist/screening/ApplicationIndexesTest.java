package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.database.RowsRead;
import dev.shortlist.database.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a planner makes of statements about one application while it knows nothing of the table
/// yet.
class ApplicationIndexesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID account = database.account();

  @Test
  void one_that_waits_is_found_by_its_id_without_looking_at_all_that_wait() {
    var screening = UUID.randomUUID();
    write(
        """
        insert into screening (account_id, id, number, title, state, created_at)
        values (:account, '%s', 1, 'Test', 'RUNNING', now())
        """
            .formatted(screening));
    write(
        """
        insert into application (account_id, id, screening_id, file, stage, created_at)
        select :account, gen_random_uuid(), '%s', 'cv.txt', 'QUEUED', now()
          from generate_series(1, 2000)
        """
            .formatted(screening));

    var one =
        database.inAccount(
            account,
            jdbc ->
                jdbc.sql("select id from application where account_id = :account limit 1")
                    .param("account", account)
                    .query(UUID.class)
                    .single());

    assertThat(
            new RowsRead(database.jdbc(), database.tenancy(), List.of("application"))
                .by(account, () -> advance(one)))
        .isBetween(1L, 5L);
  }

  /// As the pipeline does.
  private void advance(UUID one) {
    int moved =
        database
            .jdbc()
            .sql(
                """
                update application
                   set stage = 'EXTRACTING', change = nextval('application_change')
                 where account_id = :account and id = :id
                   and stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
                """)
            .param("account", account)
            .param("id", one)
            .update();
    assertThat(moved).isEqualTo(1);
  }

  private void write(String sql) {
    database.inAccount(account, jdbc -> jdbc.sql(sql).param("account", account).update());
  }
}
