package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Halt;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningHalted;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.ScreeningMoved;
import dev.shortlist.screening.Screenings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit calls BeforeEach first
class NoticesToOwnersTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.mail.host", "127.0.0.1",
              "shortlist.mail.port", "9",
              "shortlist.mail.from", "hr@example.com",
              "shortlist.address", "https://shortlist.example.com"));

  private final AccountId account = shortlist.get(Accounts.class).local();
  private User owner;
  private Screening screening;

  @BeforeEach
  void somebody_started_a_screening() {
    owner =
        shortlist
            .get(Users.class)
            .add(account, "o%s@example.com".formatted(UUID.randomUUID()), "Olga", Role.RECRUITER);
    screening = shortlist.get(Screenings.class).create(account, "Baker", null, null);
    sql(
        "update screening set owner_id = '%s' where id = '%s'"
            .formatted(owner.id(), screening.id()));
  }

  @Test
  void the_end_of_long_work_is_told_with_an_address() {
    sql("update screening set created_at = created_at - interval '5 minutes'");

    completed(screening.id());

    var mail = mails().getFirst();
    assertThat(mail.subject())
        .isEqualTo("Screening %d is done: Baker".formatted(screening.number()));
    assertThat(mail.body())
        .contains("0 of 0 CVs are ranked.")
        .contains("https://shortlist.example.com/screenings/" + screening.number());
    assertThat(mail.sendAfter()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void the_end_of_short_work_is_not_worth_a_mail() {
    completed(screening.id());

    assertThat(mails()).isEmpty();
  }

  @Test
  void a_screening_that_waits_for_a_person_says_why() {
    in(() ->
        shortlist
            .get(NoticesToOwners.class)
            .halted(
                new ScreeningHalted(
                    account, screening.id(), Halt.BUDGET, "The budget of $5 is spent.")));

    assertThat(mails().getFirst().body()).startsWith("The budget of $5 is spent.");
  }

  @Test
  void whoever_is_kept_out_is_told_nothing() {
    sql("update screening set created_at = created_at - interval '5 minutes'");
    sql("update app_user set disabled_at = now() where id = '%s'".formatted(owner.id()));

    completed(screening.id());

    assertThat(mails()).isEmpty();
  }

  private void completed(ScreeningId id) {
    in(() ->
        shortlist
            .get(NoticesToOwners.class)
            .moved(
                new ScreeningMoved(
                    account, id, Screening.State.RUNNING, Screening.State.COMPLETED)));
  }

  private List<Email> mails() {
    return shortlist.get(Emails.class).list(account, 100).stream()
        .filter(mail -> mail.recipient().equals(owner.email()))
        .toList();
  }

  private void sql(String sql) {
    in(() -> shortlist.get(JdbcClient.class).sql(sql).update());
  }

  private void in(Runnable work) {
    shortlist.get(Tenancy.class).inAccount(account.value(), work);
  }
}
