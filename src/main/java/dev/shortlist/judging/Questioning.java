package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.ai.Cv;
import dev.shortlist.ai.Pack;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Remedies;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Rescoring;
import dev.shortlist.ai.Verdict;
import dev.shortlist.calls.ModelCalls;
import dev.shortlist.calls.Outcome;
import dev.shortlist.calls.Permit;
import dev.shortlist.calls.Purpose;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.profile.Reading;
import dev.shortlist.screening.Cases;
import dev.shortlist.screening.Cases.Case;
import dev.shortlist.screening.Halt;
import dev.shortlist.screening.Judged.Why;
import dev.shortlist.screening.Judgements.Told;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.NotYet;
import dev.shortlist.text.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks a model about a pack of CVs. A pack of which nothing came is asked about once more at once,
/// in a stricter form; single CVs of it later, together with those of other packs.
///
/// Whoever has to wait long gives its thread back and begins anew later: answers there are by then
/// are kept and cost nothing.
@Component
class Questioning {
  /// A wait up to this is waited for here; the time a longer one ends is met from here on.
  private static final Duration SHORT = Duration.ofSeconds(3);

  /// Calls for one pack that may come to nothing before the local scores stand: the first, and five
  /// repeats.
  private static final int MOST_FAILURES = 6;

  private final ModelCalls calls;
  private final Packs packs;
  private final Cases cases;
  private final Clock clock;

  Questioning(ModelCalls calls, Packs packs, Cases cases, Engine engine) {
    this.calls = calls;
    this.packs = packs;
    this.cases = cases;
    this.clock = engine.clock();
  }

  /// @throws NotYet if no call may be made for a while
  End ask(
      AccountId account,
      ScreeningId screening,
      Packs.Waiting waiting,
      List<Case> asked,
      ModelSetup setup)
      throws InterruptedException {
    return new Asking(account, screening, waiting, setup).about(asked);
  }

  /// What comes of one call.
  private sealed interface Answer {
    record Said(Reply reply) implements Answer {}

    /// The pack is given up.
    record Failed(Why why) implements Answer {}

    record Ended(End end) implements Answer {}
  }

  private final class Asking {
    private final AccountId account;
    private final ScreeningId screening;
    private final Packs.Waiting waiting;
    private final ModelSetup setup;
    private final Map<Case, Told> told = new LinkedHashMap<>();
    private final Map<Case, Why> standing = new LinkedHashMap<>();
    private int failures;

    Asking(AccountId account, ScreeningId screening, Packs.Waiting waiting, ModelSetup setup) {
      this.account = account;
      this.screening = screening;
      this.waiting = waiting;
      this.setup = setup;
      this.failures = waiting.failures();
    }

    End about(List<Case> asked) throws InterruptedException {
      var readable = asked.stream().filter(one -> !ordersMachines(one.reading())).toList();
      asked.stream()
          .filter(one -> ordersMachines(one.reading()))
          .forEach(one -> standing.put(one, Why.INSTRUCTIONS));
      if (readable.isEmpty()) {
        return read(List.of());
      }
      var pack = pack(account, readable, waiting.reading(), setup);
      return waiting.stricter() ? inStricterForm(pack, readable) : inUsualForm(pack, readable);
    }

    private End inUsualForm(Pack pack, List<Case> readable) throws InterruptedException {
      return switch (ask(pack, pack::prompt, readable, 1)) {
        case Answer.Ended(var end) -> end;
        case Answer.Failed(var why) -> standAll(readable, why);
        case Answer.Said(var reply) -> {
          var left = sort(pack.read(reply, setup.model()), readable);
          if (left.size() == readable.size()) {
            packs.insist(account, waiting.id()); // a bad answer is not kept, and not bought again
            yield inStricterForm(pack, readable);
          }
          left.forEach(standing::remove);
          yield read(left);
        }
      };
    }

    private End inStricterForm(Pack pack, List<Case> readable) throws InterruptedException {
      return switch (ask(pack, pack::stricter, readable, 2)) {
        case Answer.Ended(var end) -> end;
        case Answer.Failed(var why) -> standAll(readable, why);
        case Answer.Said(var reply) -> {
          sort(pack.read(reply, setup.model()), readable);
          yield read(List.of());
        }
      };
    }

    /// @param again those to be asked about once more
    private End read(List<Case> again) {
      return new End.Read(told, standing, again);
    }

    private End standAll(List<Case> readable, Why why) {
      readable.forEach(one -> standing.put(one, why));
      return read(List.of());
    }

    private Answer ask(Pack pack, Supplier<Prompt> prompt, List<Case> about, int attempt)
        throws InterruptedException {
      return pack.isEmpty()
          ? new Answer.Said(new Reply.Malformed("nothing was asked"))
          : ask(prompt.get(), about, attempt);
    }

    private Answer ask(Prompt prompt, List<Case> about, int attempt) throws InterruptedException {
      var ids = about.stream().map(one -> one.application().value()).toList();
      while (true) {
        var answer = once(prompt, ids, attempt);
        if (answer != null) {
          return answer;
        }
      }
    }

    /// Nothing when it is to be asked again.
    private @Nullable Answer once(Prompt prompt, List<UUID> ids, int attempt)
        throws InterruptedException {
      var purpose = new Purpose(account.value(), screening.value(), ids, attempt);
      var outcome = calls.ask(setup.model(), setup.limits(), setup.budget(), purpose, prompt);
      return switch (outcome) {
        case Outcome.PutOff(var wait) when wait.reason() == Permit.Reason.LONG_OUTAGE ->
            new Answer.Ended(unusable(Why.OUTAGE, words(outcome)));
        case Outcome.PutOff(var wait) -> {
          await(wait);
          yield null;
        }
        case Outcome.OverBudget _, Outcome.NoPrice _ ->
            new Answer.Ended(new End.Stuck(Halt.BUDGET, words(outcome)));
        case Outcome.Replied(var reply, long cost) -> replied(reply);
      };
    }

    private String words(Outcome outcome) {
      return Hindrance.of(outcome, setup.model(), clock.instant()).words();
    }

    private @Nullable Answer replied(Reply reply) throws InterruptedException {
      return switch (reply) {
        case Reply.Answered _, Reply.Cut _, Reply.Refused _, Reply.Malformed _ ->
            new Answer.Said(reply);
        case Reply.RateLimited _ -> null; // the governor knows until when
        case Reply.Overloaded _, Reply.Unreachable _ -> {
          packs.failed(account, waiting.id());
          failures++;
          if (failures >= MOST_FAILURES) {
            yield new Answer.Failed(Why.OUTAGE);
          }
          Thread.sleep(Backoff.after(failures, ThreadLocalRandom.current()));
          yield null;
        }
        // What this pack holds is not accepted; others may be.
        case Reply.NotAccepted _ -> new Answer.Failed(Why.NOT_ANSWERED);
        case Reply.Unauthorised _, Reply.NotPaid _, Reply.UnknownModel _, Reply.SchemaRefused _ ->
            new Answer.Ended(unusable(Why.UNUSABLE, Remedies.of(reply, setup.model())));
      };
    }

    private End unusable(Why why, String words) {
      return switch (setup.onFailure()) {
        case LOCAL -> new End.Unusable(why, words);
        case PAUSE -> new End.Stuck(Halt.MODEL, words);
      };
    }

    /// Puts each verdict where it belongs.
    ///
    /// @return those worth another try
    private List<Case> sort(Map<String, Verdict> verdicts, List<Case> asked) {
      var left = new ArrayList<Case>();
      for (var one : asked) {
        switch (verdicts.get(one.application().toString())) {
          case Verdict.Judged judged -> {
            told.put(one, told(judged));
            standing.remove(one);
          }
          case Verdict.LocalStands(var why) -> {
            standing.put(one, why(why));
            if (why != Verdict.Why.WITHHELD) {
              left.add(one);
            }
          }
          case null -> standing.put(one, Why.NOT_ANSWERED);
        }
      }
      return left;
    }

    private Told told(Verdict.Judged judged) {
      return new Told(
          judged.match(),
          setup.model().name(),
          judged.summary(),
          judged.asked(),
          judged.answered(),
          judged.unquoted(),
          judged.dates(),
          judged.facts());
    }
  }

  private void await(Permit.Wait wait) throws InterruptedException {
    var left = Duration.between(clock.instant(), wait.until());
    if (left.compareTo(SHORT) > 0) {
      throw new NotYet(wait.until().minus(SHORT.dividedBy(2)));
    }
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private static Why why(Verdict.Why why) {
    return switch (why) {
      case WITHHELD -> Why.WITHHELD;
      case NOT_UNDERSTOOD -> Why.NOT_UNDERSTOOD;
      case NOT_ANSWERED -> Why.NOT_ANSWERED;
      case NOT_SHOWN -> Why.NOT_SHOWN;
      case REFUSED -> Why.REFUSED;
      case CUT -> Why.CUT;
    };
  }

  private Pack pack(AccountId account, List<Case> asked, int reading, ModelSetup setup) {
    var cvs = asked.stream().map(one -> cv(account, one, cases)).toList();
    return new Pack(inOrder(asked.getFirst().asked(), reading), cvs, setup.language());
  }

  static Cv cv(AccountId account, Case of, Cases cases) {
    return new Cv(
        of.application().toString(),
        of.reading(),
        of.local(),
        (dates, facts) -> {
          var scored = cases.with(account, of, dates, facts);
          return new Rescoring.Scored(scored.reading(), scored.match());
        });
  }

  /// Each further reading asks in another order, so that it is a reading of its own.
  private static JobDescription inOrder(JobDescription asked, int reading) {
    if (reading == 1) {
      return asked;
    }
    var requirements = new ArrayList<>(asked.requirements());
    Collections.rotate(requirements, reading - 2);
    return new JobDescription(
        asked.title(),
        asked.text(),
        asked.duties(),
        asked.seniority(),
        asked.occupation(),
        requirements.reversed(),
        asked.concerns(),
        asked.version());
  }

  /// What such a CV says to machines might reach the model that judges others beside it.
  static boolean ordersMachines(Reading reading) {
    return reading.source().notices().stream()
        .anyMatch(notice -> notice.kind() == Notice.Kind.INSTRUCTIONS);
  }
}
