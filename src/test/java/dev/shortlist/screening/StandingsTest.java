package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.RowsRead;
import dev.shortlist.database.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which applications a model was not asked about, among few and among very many.
class StandingsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID account = database.account();
  private final UUID jobDescription = jobDescription();
  private final ScreeningId screening = screening(1);
  private final Standings standings = new Standings(database.jdbc(), database.tenancy());

  @Test
  void those_no_model_was_asked_about_are_found_with_their_match_and_points() {
    var asked = matched(screening, 60);
    var unasked = matched(screening, 40);
    judge(asked, "WAITING");

    var found = unasked(10);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().application().value()).isEqualTo(unasked);
    assertThat(found.getFirst().match()).isEqualTo(match(unasked));
    assertThat(found.getFirst().total()).isEqualTo(40);
    assertThat(found.getFirst().state()).isNull();
    assertThat(found.getFirst().readings()).isZero();
  }

  @Test
  void no_more_are_found_than_wanted_and_all_are_counted() {
    IntStream.range(0, 7).forEach(points -> matched(screening, points));

    assertThat(unasked(3)).hasSize(3).doesNotHaveDuplicates();
    assertThat(unasked(100)).hasSize(7);
    assertThat(standings.unasked(new AccountId(account), screening)).isEqualTo(7);
  }

  @Test
  void those_of_other_screenings_and_those_that_are_not_matched_are_not_among_them() {
    matched(screening(2), 50);
    write(
        """
        insert into application (account_id, id, screening_id, file, stage, created_at)
        values (:account, gen_random_uuid(), '%s', 'cv.txt', 'QUEUED', now())
        """
            .formatted(screening));

    assertThat(unasked(10)).isEmpty();
    assertThat(standings.unasked(new AccountId(account), screening)).isZero();
  }

  @Test
  void one_that_has_another_match_is_asked_about_anew_and_not_when_the_former_is_back() {
    var application = matched(screening, 50);
    var first = match(application);
    judge(application, "LOCAL");
    var second = match(application, "another version", 70);

    match(application, second);
    assertThat(unasked(10)).extracting(Standings.Place::match).containsExactly(second);

    match(application, null);
    match(application, first);
    assertThat(unasked(10)).isEmpty();
    assertThat(standings.list(new AccountId(account), screening))
        .extracting(Standings.Place::state)
        .containsExactly(Judged.State.LOCAL);
  }

  @Test
  void looking_for_them_reads_no_more_rows_however_many_were_asked_about() {
    many(500);
    judgeAll();
    IntStream.range(0, 3).forEach(points -> matched(screening, points));
    long few = rowsRead(() -> unasked(32));
    many(2500);
    judgeAll();
    IntStream.range(0, 3).forEach(points -> matched(screening, points));

    assertThat(unasked(32)).hasSize(3);
    assertThat(rowsRead(() -> unasked(32))).isLessThanOrEqualTo(few).isLessThan(50);
    assertThat(rowsRead(() -> standings.unasked(new AccountId(account), screening))).isLessThan(50);
  }

  private List<Standings.Place> unasked(int most) {
    return standings.unasked(new AccountId(account), screening, most);
  }

  private long rowsRead(Runnable look) {
    return new RowsRead(
            database.jdbc(), database.tenancy(), List.of("application", "judgement", "match"))
        .by(account, look);
  }

  private UUID matched(ScreeningId of, int points) {
    var id = UUID.randomUUID();
    write(
        """
        insert into application
          (account_id, id, screening_id, file, stage, created_at, finished_at)
        values (:account, '%s', '%s', 'cv.txt', 'COMPLETED', now(), now())
        """
            .formatted(id, of));
    match(id, match(id, "a version", points));
    return id;
  }

  private UUID match(UUID application, String version, int points) {
    var id = UUID.randomUUID();
    write(
        """
        insert into match (account_id, id, application_id, job_description_id, version, total,
          technical_skills, experience, education, soft_skills, recommendation, content, created_at)
        values (:account, '%s', '%s', '%s', '%s', %d, 0, 0, 0, 0, 'MAYBE', '{}', now())
        """
            .formatted(id, application, jobDescription, version, points));
    return id;
  }

  private void match(UUID application, @Nullable UUID match) {
    write(
        "update application set match_id = %s where account_id = :account and id = '%s'"
            .formatted(match == null ? "null" : "'" + match + "'", application));
  }

  private UUID match(UUID application) {
    return database.inAccount(
        account,
        jdbc ->
            jdbc.sql("select match_id from application where account_id = :account and id = :id")
                .param("account", account)
                .param("id", application)
                .query(UUID.class)
                .single());
  }

  private void judge(UUID application, String state) {
    judge("id = '%s'".formatted(application), state);
  }

  private void judgeAll() {
    judge("model_state = 'UNASKED'", "JUDGED");
  }

  private void judge(String which, String state) {
    write(
        """
        with judged as (
          insert into judgement
            (account_id, application_id, match_id, screening_id, state, created_at)
          select account_id, id, match_id, screening_id, '%2$s', now()
            from application where account_id = :account and %1$s
          returning application_id)
        update application set model_state = '%2$s'
         where account_id = :account and id in (select application_id from judged)
        """
            .formatted(which, state));
  }

  private void many(int applications) {
    write(
        """
        insert into application
          (account_id, id, screening_id, file, stage, created_at, finished_at)
        select :account, gen_random_uuid(), '%s', 'cv.txt', 'COMPLETED', now(), now()
          from generate_series(1, %d)
        """
            .formatted(screening, applications));
    write(
        """
        insert into match (account_id, id, application_id, job_description_id, version, total,
          technical_skills, experience, education, soft_skills, recommendation, content, created_at)
        select :account, gen_random_uuid(), id, '%s', 'v', 50, 0, 0, 0, 0, 'MAYBE', '{}', now()
          from application where account_id = :account and match_id is null
        """
            .formatted(jobDescription));
    write(
        """
        update application a set match_id = m.id
          from match m
         where a.account_id = :account and m.account_id = :account and m.application_id = a.id
           and a.match_id is null
        """);
  }

  private UUID jobDescription() {
    var id = UUID.randomUUID();
    write(
        """
        insert into job_description
          (account_id, id, number, revision, content, weights, created_at)
        values (:account, '%s', 1, 1, '{}', '{}', now())
        """
            .formatted(id));
    return id;
  }

  private ScreeningId screening(int number) {
    var id = UUID.randomUUID();
    write(
        """
        insert into screening (account_id, id, number, title, state, created_at)
        values (:account, '%s', %d, 'Test', 'RUNNING', now())
        """
            .formatted(id, number));
    return new ScreeningId(id);
  }

  private void write(String sql) {
    database.inAccount(account, jdbc -> jdbc.sql(sql).param("account", account).update());
  }
}
