package dev.shortlist.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.blind.Blind;
import dev.shortlist.database.Tenancy;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.mail.Draft.Hindrance;
import dev.shortlist.notify.Email;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class CandidateMailsTest {
  private static final GreenMail server = started();

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.mail.host", "127.0.0.1",
              "shortlist.mail.port", Integer.toString(server.getSmtp().getPort()),
              "shortlist.mail.start-tls", "false",
              "shortlist.mail.undo", "2h",
              "shortlist.mail.from", "hr@example.com"));

  @TempDir Path folder;

  private final CandidateMails mails = shortlist.get(CandidateMails.class);
  private final MailTemplates templates = shortlist.get(MailTemplates.class);
  private AccountId account;
  private Principal by;
  private ScreeningId screening;
  private ApplicationId ann;

  private static GreenMail started() {
    var made = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    made.start();
    return made;
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void ann_applied() throws IOException {
    account = new AccountId(shortlist.database().account());
    by = new Principal(account, new Principal.Caller.Local(), Role.OWNER);
    shortlist.get(Letterheads.class).set(account, "Heron & Sons", "jobs@example.com");
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, "Accountant", "Accountant\n\nRequirements\n- SAP\n", null);
    screening = shortlist.get(Screenings.class).create(account, null, job.id(), null).id();
    ann = applied("Ann Archer\nann.archer@example.com\n\nSkills\nSAP, Excel\n");
  }

  private ApplicationId applied(String cv) throws IOException {
    var file = Files.writeString(folder.resolve(UUID.randomUUID() + ".txt"), cv);
    var receipt =
        shortlist.get(Intake.class).add(account, screening, List.of(new Upload("cv.txt", file)));
    var id = ((dev.shortlist.intake.Received.Accepted) receipt.files().getFirst()).application();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist
                .get(Applications.class)
                .find(account, id)
                .orElseThrow()
                .application()
                .stage()
                .isFinal());
    return id;
  }

  private MailTemplate template(MailKind kind) {
    return templates.get(account, kind, "en");
  }

  private Draft draft(MailKind kind) {
    return mails.preview(by, List.of(ann), template(kind)).getFirst();
  }

  private UUID sent(MailKind kind) {
    return Objects.requireNonNull(mails.send(by, List.of(ann), template(kind)).getFirst().email());
  }

  private void show() {
    shortlist.get(Blind.class).show(account, screening, true, "local");
  }

  private void decide(Verdict verdict) {
    decide(verdict, "local");
  }

  private void decide(Verdict verdict, String who) {
    shortlist.get(Decisions.class).decide(account, List.of(ann), verdict, "because", who);
  }

  private Email.State state(UUID mail) {
    return mails.find(account, mail).orElseThrow().state();
  }

  @Test
  void a_preview_has_everything_filled_in() {
    show();

    var draft = draft(MailKind.INVITE);

    assertThat(draft.hindrances()).isEmpty();
    assertThat(draft.recipient()).isEqualTo("ann.archer@example.com");
    assertThat(draft.subject()).isEqualTo("Your application: Accountant");
    assertThat(draft.body())
        .startsWith("Dear Ann Archer,")
        .contains("Heron & Sons", "jobs@example.com")
        .doesNotContain("{");
  }

  @Test
  void while_names_are_hidden_the_preview_covers_them_and_the_mail_is_right() {
    var draft = draft(MailKind.INVITE);
    assertThat(draft.recipient() + draft.subject() + draft.body())
        .doesNotContainIgnoringCase("ann")
        .doesNotContain("archer");

    var mail = sent(MailKind.INVITE);

    assertThat(mails.find(account, mail).orElseThrow())
        .extracting(OutboxLine::recipient, OutboxLine::subject, OutboxLine::body)
        .containsExactly("", "", "");
    show();
    assertThat(mails.find(account, mail).orElseThrow().body()).startsWith("Dear Ann Archer,");
    assertThat(mails.find(account, mail).orElseThrow().recipient())
        .isEqualTo("ann.archer@example.com");
  }

  @Test
  void a_mail_waits_two_hours_and_can_be_taken_back_until_then() {
    var mail = sent(MailKind.INVITE);
    var line = mails.find(account, mail).orElseThrow();
    assertThat(Duration.between(line.createdAt(), line.sendAfter())).isEqualTo(Duration.ofHours(2));

    assertThat(mails.withdraw(account, mail)).isTrue();

    assertThat(state(mail)).isEqualTo(Email.State.CANCELLED);
    assertThat(mails.withdraw(account, mail)).isFalse();
  }

  @Test
  void a_mail_arrives_from_the_organisation_with_its_reply_address() throws Exception {
    var mail = sent(MailKind.INVITE);
    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql("update email set send_after = now() - interval '1 day' where id = :id")
                .param("id", mail)
                .update());

    dev.shortlist.notify.PostOffice.empty(shortlist);

    // The node itself may have been quicker, and be at it.
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(mail) == Email.State.SENT);
    var message = Arrays.stream(server.getReceivedMessages()).toList().getLast();
    assertThat(message.getFrom()[0].toString()).contains("Heron & Sons", "hr@example.com");
    assertThat(message.getReplyTo()[0]).hasToString("jobs@example.com");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getContent().toString()).startsWith("Dear Ann Archer,");
    assertThat(message.getHeader("Auto-Submitted")).isNull();
  }

  @Test
  void a_rejection_is_told_only_when_a_person_decided_it() {
    assertThat(draft(MailKind.DECLINE).hindrances()).containsExactly(Hindrance.NOT_REJECTED);
    assertThat(mails.send(by, List.of(ann), template(MailKind.DECLINE)).getFirst().email())
        .isNull();
    decide(Verdict.REJECTED, "key/" + UUID.randomUUID());
    assertThat(draft(MailKind.DECLINE).hindrances()).containsExactly(Hindrance.NOT_REJECTED);
    decide(Verdict.REJECTED);

    assertThat(draft(MailKind.DECLINE).hindrances()).isEmpty();
    assertThat(draft(MailKind.INVITE).hindrances()).containsExactly(Hindrance.REJECTED);
  }

  @Test
  void a_rejection_that_is_taken_back_takes_its_waiting_mail_back() {
    decide(Verdict.REJECTED);
    var mail = sent(MailKind.DECLINE);

    decide(Verdict.ON_HOLD);

    assertThat(state(mail)).isEqualTo(Email.State.CANCELLED);
  }

  @Test
  void an_invitation_that_waits_does_not_go_to_whom_a_person_rejects_meanwhile() {
    var mail = sent(MailKind.INVITE);

    decide(Verdict.REJECTED);

    assertThat(state(mail)).isEqualTo(Email.State.CANCELLED);
  }

  @Test
  void who_is_rejected_while_invitations_are_being_queued_is_not_invited() throws Exception {
    var deciding = new Thread(() -> decide(Verdict.REJECTED));

    var mail =
        shortlist
            .get(Tenancy.class)
            .inAccount(
                account.value(),
                () -> {
                  var queued = sent(MailKind.INVITE);
                  deciding.start();
                  Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaits);
                  return queued;
                });
    deciding.join();

    assertThat(state(mail)).isEqualTo(Email.State.CANCELLED);
  }

  private boolean somebodyWaits() {
    return shortlist
        .database()
        .superuser()
        .sql(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void each_of_many_gets_their_own_mail_in_the_order_asked_for() throws IOException {
    show();
    var berta = applied("Berta Bunting\nberta@example.com\n\nSkills\nSAP, Excel, bookkeeping\n");

    var sent = mails.send(by, List.of(berta, ann), template(MailKind.ASK));

    assertThat(sent)
        .extracting(one -> mails.find(account, Objects.requireNonNull(one.email())).orElseThrow())
        .extracting(OutboxLine::recipient, line -> line.body().lines().findFirst().orElseThrow())
        .containsExactly(
            tuple("berta@example.com", "Dear Berta Bunting,"),
            tuple("ann.archer@example.com", "Dear Ann Archer,"));
  }

  @Test
  void sending_twice_queues_one_mail() {
    sent(MailKind.ASK);

    var second = mails.send(by, List.of(ann, ann), template(MailKind.ASK));

    assertThat(second).hasSize(1);
    assertThat(second.getFirst().draft().hindrances()).containsExactly(Hindrance.WAITS);
    assertThat(mails.outbox(account, EnumSet.of(Email.State.QUEUED), null, 10)).hasSize(1);
  }

  @Test
  void who_left_no_address_is_not_written_to() throws IOException {
    ann = applied("Berta Bunting\n\nSkills\nSAP, Excel, bookkeeping\n");

    assertThat(draft(MailKind.INVITE).hindrances()).containsExactly(Hindrance.NO_ADDRESS);
  }

  @Test
  void without_a_letterhead_nobody_is_written_to() {
    shortlist.inAccount(account, jdbc -> jdbc.sql("delete from letterhead").update());

    assertThat(draft(MailKind.INVITE).hindrances()).containsExactly(Hindrance.NO_LETTERHEAD);
  }

  @Test
  void an_unknown_placeholder_is_refused_by_its_name() {
    assertThatThrownBy(() -> templates.save(account, MailKind.INVITE, "en", "Hello {nmae}", "text"))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageContaining("{nmae}")
        .hasMessageContaining("{name}");
    assertThatThrownBy(() -> templates.save(account, MailKind.INVITE, "en", "Hello", "{reference}"))
        .isInstanceOf(TemplateRefused.class);
  }

  @Test
  void a_template_of_the_account_is_used_until_it_goes_back() {
    show();
    templates.save(account, MailKind.INVITE, "en", "Come, {name}", "To {job}: $1 \\ {name}");

    assertThat(draft(MailKind.INVITE).subject()).isEqualTo("Come, Ann Archer");
    assertThat(draft(MailKind.INVITE).body()).isEqualTo("To Accountant: $1 \\ Ann Archer");
    templates.reset(account, MailKind.INVITE, "en");
    assertThat(draft(MailKind.INVITE).subject()).isEqualTo("Your application: Accountant");
  }

  @Test
  void every_template_of_the_program_can_be_used() {
    for (var template : templates.list(account)) {
      assertThat(template.used()).as("%s", template).contains(Placeholder.NAME, Placeholder.JOB);
      assertThat(template.own()).isFalse();
    }
  }

  @Test
  void erasing_a_candidate_takes_the_waiting_mails_along() {
    var mail = sent(MailKind.INVITE);
    assertThat(rowsWithAnn()).contains("email");

    shortlist.get(Erasure.class).screening(account, screening);

    assertThat(mails.find(account, mail)).isEmpty();
    assertThat(rowsWithAnn()).isEmpty();
  }

  private List<String> rowsWithAnn() {
    return shortlist.database().dump().entrySet().stream()
        .filter(table ->
            table.getValue().stream()
                .anyMatch(row ->
                    row.contains(account.toString()) && row.contains("ann.archer@example.com")))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void nobody_writes_to_the_candidates_of_another_account() {
    var stranger =
        new Principal(
            new AccountId(shortlist.database().account()),
            new Principal.Caller.Local(),
            Role.OWNER);

    assertThatThrownBy(() -> mails.preview(stranger, List.of(ann), template(MailKind.INVITE)))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(mails.withdraw(stranger.account(), sent(MailKind.INVITE))).isFalse();
  }
}
