package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.deciding.Decision;
import dev.shortlist.deciding.DecisionsMade;
import dev.shortlist.match.Match;
import dev.shortlist.retention.CandidatesDeleted;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.OutcomeListener;
import dev.shortlist.screening.RefusedAtTheDoor;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningHalted;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.ScreeningMoved;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Stage;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down what webhooks are to be told, in the transaction in which it happens: what is rolled
/// back is never told, and what is committed always is.
///
/// Messages hold ids, states and points, and nothing a CV says: whoever may know more asks the API.
@Component
class Announcer implements OutcomeListener {
  private static final Map<Stage, WebhookEvent> OUTCOMES =
      Map.of(
          Stage.COMPLETED, WebhookEvent.APPLICATION_COMPLETED,
          Stage.NEEDS_REVIEW, WebhookEvent.APPLICATION_NEEDS_REVIEW,
          Stage.FAILED, WebhookEvent.APPLICATION_FAILED);

  private final Deliveries deliveries;
  private final Courier courier;
  private final ObjectProvider<Applications> applications;
  private final ObjectProvider<Screenings> screenings;

  /// @param applications asked for when they are needed, as they are made of what tells this
  Announcer(
      Deliveries deliveries,
      Courier courier,
      ObjectProvider<Applications> applications,
      ObjectProvider<Screenings> screenings) {
    this.deliveries = deliveries;
    this.courier = courier;
    this.applications = applications;
    this.screenings = screenings;
  }

  @Override
  public void ended(
      AccountId account, ScreeningId screening, Collection<ApplicationId> ended, Stage stage) {
    var event = OUTCOMES.get(stage);
    if (event != null) {
      tellOf(account, screening, ended, event);
    }
  }

  @EventListener
  void refused(RefusedAtTheDoor refused) {
    tellOf(
        refused.account(),
        refused.screening(),
        refused.applications(),
        WebhookEvent.APPLICATION_NEEDS_REVIEW);
  }

  private void tellOf(
      AccountId account,
      ScreeningId screening,
      Collection<ApplicationId> ended,
      WebhookEvent event) {
    if (!deliveries.areWanted(account, event)) {
      return;
    }
    var of = screening(account, screening);
    for (var id : ended) {
      var application = applications.getObject().find(account, id).map(ApplicationBody::of);
      tell(account, event, new Data(of, application.orElseThrow(), null, null));
    }
  }

  @EventListener
  void moved(ScreeningMoved moved) {
    if (moved.to() == Screening.State.COMPLETED
        && deliveries.areWanted(moved.account(), WebhookEvent.SCREENING_COMPLETED)) {
      var screening = screening(moved.account(), moved.screening());
      tell(
          moved.account(), WebhookEvent.SCREENING_COMPLETED, new Data(screening, null, null, null));
    }
  }

  @EventListener
  void halted(ScreeningHalted halted) {
    var event =
        switch (halted.why()) {
          case BUDGET -> WebhookEvent.SCREENING_PAUSED_BUDGET;
          case MODEL -> WebhookEvent.SCREENING_HALTED;
        };
    if (deliveries.areWanted(halted.account(), event)) {
      var screening = screening(halted.account(), halted.screening());
      tell(halted.account(), event, new Data(screening, null, null, halted.words()));
    }
  }

  @EventListener
  void decided(DecisionsMade made) {
    if (!deliveries.areWanted(made.account(), WebhookEvent.DECISION_MADE)) {
      return;
    }
    for (var decision : made.decisions()) {
      var detail =
          applications.getObject().find(made.account(), decision.application()).orElseThrow();
      var screening = screening(made.account(), detail.application().screening());
      var data = new Data(screening, ApplicationBody.of(detail), DecisionBody.of(decision), null);
      tell(made.account(), WebhookEvent.DECISION_MADE, data);
    }
  }

  @EventListener
  void deleted(CandidatesDeleted deleted) {
    if (!deliveries.areWanted(deleted.account(), WebhookEvent.CANDIDATE_DELETED)) {
      return;
    }
    deleted.candidates().stream()
        .map(CandidateId::value)
        .sorted()
        .forEach(id ->
            tell(
                deleted.account(),
                WebhookEvent.CANDIDATE_DELETED,
                new Gone(new CandidateBody(id))));
  }

  @EventListener
  void bounced(MailBounced bounced) {
    var account = bounced.account();
    if (!deliveries.areWanted(account, WebhookEvent.MAIL_BOUNCED)) {
      return;
    }
    var detail =
        Optional.ofNullable(bounced.email().message().application())
            .flatMap(id -> applications.getObject().find(account, id));
    tell(
        account,
        WebhookEvent.MAIL_BOUNCED,
        new CameBack(
            MailBody.of(bounced),
            detail.map(one -> screening(account, one.application().screening())).orElse(null),
            detail.map(ApplicationBody::of).orElse(null)));
  }

  private void tell(AccountId account, WebhookEvent event, Record data) {
    if (deliveries.add(account, event, data) > 0) {
      courier.soon(account);
    }
  }

  private ScreeningBody screening(AccountId account, ScreeningId id) {
    return ScreeningBody.of(screenings.getObject().find(account, id.toString()).orElseThrow());
  }

  /// @param why what is the matter and what to do, where something is
  private record Data(
      ScreeningBody screening,
      @Nullable ApplicationBody application,
      @Nullable DecisionBody decision,
      @Nullable String why) {}

  private record CameBack(
      MailBody mail, @Nullable ScreeningBody screening, @Nullable ApplicationBody application) {}

  /// @param bounce `HARD` when the same mail to the same address will come back again
  private record MailBody(UUID id, String category, String bounce, String status) {
    static MailBody of(MailBounced bounced) {
      return new MailBody(
          bounced.email().id(),
          bounced.email().category(),
          bounced.bounce().kind().name(),
          bounced.bounce().status());
    }
  }

  private record Gone(CandidateBody candidate) {}

  private record CandidateBody(UUID id) {}

  private record ScreeningBody(UUID id, int number, @Nullable String reference, String state) {
    static ScreeningBody of(Screening screening) {
      return new ScreeningBody(
          screening.id().value(),
          screening.number(),
          screening.reference(),
          screening.state().name());
    }
  }

  /// @param score of 0 to 100, absent without a match
  private record ApplicationBody(
      UUID id,
      @Nullable UUID candidate,
      String stage,
      @Nullable String reason,
      @Nullable Integer score,
      @Nullable String recommendation) {

    static ApplicationBody of(ApplicationDetail detail) {
      var application = detail.application();
      var match = Optional.<Match>ofNullable(detail.match());
      var candidate = application.candidate();
      var reason = application.reason();
      return new ApplicationBody(
          application.id().value(),
          candidate == null ? null : candidate.value(),
          application.stage().name(),
          reason == null ? null : reason.name(),
          match.map(Match::score).orElse(null),
          match.map(found -> found.recommendation().name()).orElse(null));
    }
  }

  /// @param verdict absent when a decision was taken back
  private record DecisionBody(@Nullable String verdict, String by, boolean override) {
    static DecisionBody of(Decision decision) {
      var verdict = decision.verdict();
      return new DecisionBody(
          verdict == null ? null : verdict.name(), decision.by(), decision.isOverride());
    }
  }
}
