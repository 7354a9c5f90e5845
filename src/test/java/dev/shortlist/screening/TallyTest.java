package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TallyTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID account = database.account();
  private final UUID screening = screening();

  @Test
  void applications_that_come_move_and_go_are_counted() {
    add(5);
    assertThat(stages()).isEqualTo(Map.of(Stage.QUEUED, 5));

    write(
        "update application set stage = 'COMPLETED', change = nextval('application_change') where account_id = :account and id in (select id from application where account_id = :account limit 2)");
    write(
        "update application set stage = 'FAILED', change = nextval('application_change') where account_id = :account and id in (select id from application where account_id = :account and stage = 'QUEUED' limit 1)");
    assertThat(stages()).isEqualTo(Map.of(Stage.QUEUED, 2, Stage.COMPLETED, 2, Stage.FAILED, 1));

    write("delete from application where account_id = :account and stage = 'COMPLETED'");
    assertThat(stages()).isEqualTo(Map.of(Stage.QUEUED, 2, Stage.COMPLETED, 0, Stage.FAILED, 1));
  }

  @Test
  void the_last_change_is_known_also_of_one_that_moves_nothing() {
    add(2);
    long before = counted().change();

    write(
        "update application set verdict = 'REJECTED', change = nextval('application_change') where account_id = :account");

    assertThat(counted().change()).isEqualTo(before + 2);
  }

  @Test
  void the_times_of_the_last_sixty_that_were_finished_are_known() {
    add(80);
    for (int second = 0; second < 80; second++) {
      finish(second);
    }
    var now = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(counted().finished())
        .isEqualTo(IntStream.range(0, 60).mapToObj(ago -> now.plusSeconds(79 - ago)).toList());

    write(
        "update application set change = nextval('application_change') where account_id = :account");
    assertThat(counted().finished()).as("counted once").hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void what_connections_that_ended_wrote_is_put_together_and_counts_as_before() {
    add(7);
    write("update tally set writer = 2000000000 where account_id = :account");
    finish(1);
    write(
        "insert into tally select account_id, screening_id, stage, 2000000001, 3, change, finished from tally where account_id = :account and writer = 2000000000");
    var before = counted();

    tally(Tally::fold);

    assertThat(counted()).isEqualTo(before);
    assertThat(
            number(
                "select count(*) from tally where account_id = :account and writer >= 2000000000"))
        .isZero();
  }

  @Test
  void what_was_counted_wrong_is_set_right() {
    add(4);
    write("update tally set count = 9 where account_id = :account");
    write(
        "insert into tally values (:account, '%s', 'FAILED', 0, 2, 1, '{}')".formatted(screening));

    assertThat(database.tenancy().inAccount(account, () -> tally().correct())).isEqualTo(2);

    assertThat(stages()).isEqualTo(Map.of(Stage.QUEUED, 4, Stage.FAILED, 0));
    assertThat(database.tenancy().inAccount(account, () -> tally().correct())).isZero();
  }

  @Test
  void a_list_says_how_large_each_screening_is_and_how_much_of_it_is_done() {
    add(4);
    finish(1);
    finish(2);
    var full = listed(screening);
    var empty = listed(UUID.randomUUID());

    var extents =
        new Extents(database.jdbc(), database.tenancy())
            .of(new AccountId(account), List.of(full, empty));

    assertThat(extents)
        .isEqualTo(Map.of(full.id(), new Extent(4, 50), empty.id(), new Extent(0, 0)));
  }

  @Test
  void nothing_is_said_to_be_done_whole_while_a_model_still_reads() {
    assertThat(Extents.extent(Map.of(Stage.COMPLETED, 3), false)).isEqualTo(new Extent(3, 100));
    assertThat(Extents.extent(Map.of(Stage.COMPLETED, 3), true)).isEqualTo(new Extent(3, 99));
  }

  private static Screening listed(UUID id) {
    return new Screening(
        new ScreeningId(id),
        1,
        null,
        "Test",
        null,
        Screening.State.RUNNING,
        Priority.NORMAL,
        Instant.EPOCH,
        null);
  }

  @Test
  void it_goes_with_its_screening() {
    add(3);

    write("delete from application where account_id = :account");
    write("delete from screening where account_id = :account");

    assertThat(number("select count(*) from tally where account_id = :account")).isZero();
  }

  private void add(int applications) {
    write(
        """
        insert into application (account_id, id, screening_id, file, stage, created_at)
        select :account, gen_random_uuid(), '%s', 'cv.txt', 'QUEUED', now()
          from generate_series(1, %d)
        """
            .formatted(screening, applications));
  }

  private void finish(int second) {
    write(
        """
        update application
           set stage = 'COMPLETED', change = nextval('application_change'), started_at = now(),
               finished_at = timestamptz '2026-01-01 00:00:00Z' + make_interval(secs => %d)
         where account_id = :account
           and id in (select id from application
                       where account_id = :account and stage = 'QUEUED' limit 1)
        """
            .formatted(second));
  }

  private UUID screening() {
    var id = UUID.randomUUID();
    write(
        "insert into screening (account_id, id, number, title, state, created_at) values (:account, '%s', 1, 'Test', 'RUNNING', now())"
            .formatted(id));
    return id;
  }

  private Map<Stage, Integer> stages() {
    return counted().stages();
  }

  private Tally.Counted counted() {
    return database.tenancy().inAccount(account, () -> tally().read());
  }

  private void tally(Consumer<Tally> work) {
    database.tenancy().inAccount(account, () -> work.accept(tally()));
  }

  private Tally tally() {
    return new Tally(database.jdbc(), new AccountId(account), new ScreeningId(screening));
  }

  private int number(String sql) {
    return database.inAccount(
        account,
        jdbc ->
            jdbc.sql(sql).param("account", account).query((row, number) -> row.getInt(1)).single());
  }

  private void write(String sql) {
    database
        .tenancy()
        .inAccount(
            account, () -> List.of(database.jdbc().sql(sql).param("account", account).update()));
  }
}
