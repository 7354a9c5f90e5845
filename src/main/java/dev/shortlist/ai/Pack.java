package dev.shortlist.ai;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// CVs of one account that are judged in one call, and how the answer is read.
///
/// Each CV has a number of its own in the call, so that a bad answer for one leaves the others as
/// they are.
public final class Pack {
  private final JobDescription asked;
  private final List<Requirement> requirements;
  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final Map<String, Verdict> withheld = new LinkedHashMap<>();
  private final Prompt prompt;

  /// @param language the summary is to be written in
  public Pack(JobDescription asked, List<Cv> cvs, Locale language) {
    this.asked = asked;
    this.requirements = requirements(asked);
    for (var cv : cvs) {
      var doubts = Doubts.of(cv.reading());
      var redacted = Redaction.of(cv.reading(), doubts.marks());
      if (Redaction.leaks(redacted.text(), cv.reading().profile().contact())) {
        withheld.put(cv.id(), new Verdict.LocalStands(Verdict.Why.WITHHELD));
      } else {
        sent.put("c" + (sent.size() + 1), new Sent(cv, redacted, doubts));
      }
    }
    this.prompt = new PromptWriter(asked, requirements, language).write(sent);
  }

  /// Packs of at most `most` CVs whose texts together have at most `characters`, in the given
  /// order; a longer CV is alone.
  public static List<Pack> of(
      JobDescription asked, List<Cv> cvs, Locale language, int most, int characters) {
    var packs = new ArrayList<Pack>();
    var open = new ArrayList<Cv>();
    int length = 0;
    for (var cv : cvs) {
      int next = cv.reading().source().text().text().length();
      if (!open.isEmpty() && (open.size() >= most || length + next > characters)) {
        packs.add(new Pack(asked, open, language));
        open.clear();
        length = 0;
      }
      open.add(cv);
      length += next;
    }
    if (!open.isEmpty()) {
      packs.add(new Pack(asked, open, language));
    }
    return packs;
  }

  /// Tokens answers about one CV usually have: far fewer than they may.
  public static int usualTokens(JobDescription asked) {
    return PromptWriter.usualTokens(requirements(asked).size());
  }

  /// Whether there is nothing to ask: no requirement, or no CV that may be sent.
  public boolean isEmpty() {
    return sent.isEmpty() || requirements.isEmpty();
  }

  /// CVs that may not be sent.
  public int withheld() {
    return withheld.size();
  }

  public Prompt prompt() {
    return prompt;
  }

  /// The same once more, for a model that did not keep to the form.
  public Prompt stricter() {
    return PromptWriter.stricter(prompt);
  }

  /// A verdict for each CV, by the caller's ids.
  ///
  /// @param model that answered: the match's version names it
  public Map<String, Verdict> read(Reply reply, Model model) {
    return read(reply, "%s:%s".formatted(prompt.version(), model.name().replace(' ', '_')));
  }

  /// A verdict for each CV, by the caller's ids.
  public Map<String, Verdict> read(Reply reply) {
    return read(reply, prompt.version());
  }

  private Map<String, Verdict> read(Reply reply, String engine) {
    var verdicts = new LinkedHashMap<>(withheld);
    var answers = answers(reply);
    sent.forEach((number, one) ->
        verdicts.put(
            one.cv().id(),
            switch (answers) {
              case Answers.Read read -> one.judge(asked, requirements, read.of(number), engine);
              case Answers.Unusable unusable -> new Verdict.LocalStands(unusable.why());
            }));
    return verdicts;
  }

  private static Answers answers(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered -> Answers.read(answered.text());
      case Reply.Refused _ -> new Answers.Unusable(Verdict.Why.REFUSED);
      case Reply.Cut _ -> new Answers.Unusable(Verdict.Why.CUT);
      case Reply.Malformed _ -> new Answers.Unusable(Verdict.Why.NOT_UNDERSTOOD);
      case Reply.RateLimited _, Reply.Overloaded _, Reply.Unreachable _ -> notAnswered();
      case Reply.Unauthorised _, Reply.NotPaid _, Reply.UnknownModel _ -> notAnswered();
      case Reply.SchemaRefused _, Reply.NotAccepted _ -> notAnswered();
    };
  }

  private static Answers notAnswered() {
    return new Answers.Unusable(Verdict.Why.NOT_ANSWERED);
  }

  private static List<Requirement> requirements(JobDescription asked) {
    return asked.requirements().stream().filter(Pack::isJudged).toList();
  }

  /// An address never counts, so where a person should live is no question for a model.
  private static boolean isJudged(Requirement requirement) {
    return !(requirement.need() instanceof Need.Condition condition
        && condition.kind() == Need.Condition.Kind.LOCATION);
  }
}
