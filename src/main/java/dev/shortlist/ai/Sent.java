package dev.shortlist.ai;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.match.JudgedMatch;
import dev.shortlist.match.Judgement;
import dev.shortlist.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A CV as a model saw it.
record Sent(Cv cv, Redacted redacted, Doubts doubts) {
  private static final int MOST_QUOTES = 3;

  /// Holds the answer against the visible text; what is not there counts for nothing.
  Verdict judge(
      JobDescription asked,
      List<Requirement> requirements,
      Answers.@Nullable OfCv answer,
      String engine) {
    if (answer == null) {
      return new Verdict.LocalStands(Verdict.Why.NOT_ANSWERED);
    }
    int unquoted = 0;
    int answered = 0;
    var judgements = new ArrayList<Judgement>();
    for (var requirement : requirements) {
      var one = answer.requirements().get(requirement.id());
      if (one != null) {
        var quotes = seen(one.quotes());
        unquoted += Math.min(one.quotes().size(), MOST_QUOTES) - quotes.size();
        answered++;
        judgements.add(new Judgement(requirement.id(), one.answer(), quotes));
      }
    }
    if (judgements.stream().noneMatch(Judgement::isGrounded)) {
      return new Verdict.LocalStands(Verdict.Why.NOT_SHOWN);
    }
    var dates = new PostDates(cv.reading(), redacted).of(answer.posts());
    var facts = doubts.borneOut(answer.facts(), redacted);
    var scored =
        dates.isEmpty() && facts.isEmpty()
            ? new Rescoring.Scored(cv.reading(), cv.local())
            : cv.rescoring().with(dates, facts);
    return new Verdict.Judged(
        JudgedMatch.of(scored.match(), scored.reading(), asked, judgements, engine),
        answer.summary(),
        answered,
        requirements.size(),
        unquoted
            + answer.posts().size()
            - dates.size()
            + Doubts.claimed(answer.facts())
            - facts.size(),
        dates,
        facts);
  }

  private List<Passage> seen(List<String> quotes) {
    return quotes.stream()
        .limit(MOST_QUOTES)
        .map(redacted::find)
        .flatMap(Optional::stream)
        .toList();
  }
}
