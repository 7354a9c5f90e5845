package dev.shortlist.jobdescription;

import dev.shortlist.jobdescription.Need.Condition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Licences, permits, places, travel and hours asked for: gates, because a CV often does not say
/// them.
final class ConditionNeeds {
  private record Rule(Kind kind, Pattern asked) {}

  private static final Pattern NOT_ASKED =
      Pattern.compile(
          "\\b(?:no|without|free|kein[en]?|keine|ohne|pas de|sans|aucune?) (?:\\p{L}+ )?(?:travel|shifts?|weekends?|nights?|evenings?|overtime|relocation|schicht\\p{L}*|wochenend\\p{L}*|déplacements?|nuits?|week-ends?)|relocation (?:assistance|package|support|bonus)|travel (?:expenses?|allowance|agency|agent|industry|insurance|reimburse\\p{L}*)|shift (?:allowance|differential|premium)|schichtzulage",
          Roles.FLAGS);
  private static final Pattern CLAUSE_END = Pattern.compile("[,;()]| and (?=[^,]{25})| but ");

  private static final int SHORT = 60;

  private final List<Rule> rules = new ArrayList<>();

  ConditionNeeds() {
    for (String line : Resources.lines("conditions.tsv")) {
      var cells = line.split("\t", 2);
      rules.add(new Rule(Kind.valueOf(cells[0]), Roles.words(List.of(cells[1]))));
    }
  }

  List<Found> in(Sentence sentence, Role role, Emphasis emphasis) {
    String text = sentence.text();
    var found = new ArrayList<Found>();
    if (role == Role.DUTY
        || (role == Role.PROSE && text.length() > SHORT)
        || NOT_ASKED.matcher(text).find()) {
      return found;
    }
    for (var rule : rules) {
      if (role == Role.OTHER
          && rule.kind() != Kind.WORK_PERMIT
          && rule.kind() != Kind.LOCATION
          && sentence.section() != Section.CONDITIONS) {
        continue;
      }
      var matcher = rule.asked().matcher(text);
      if (matcher.find()
          && found.stream()
              .noneMatch(seen ->
                  is(seen, rule.kind()) && overlaps(seen, matcher.start(), matcher.end()))) {
        found.add(found(text, rule.kind(), matcher.start(), matcher.end(), role, emphasis));
      }
    }
    return found;
  }

  private static boolean is(Found found, Kind kind) {
    return found.need() instanceof Need.Condition condition && condition.kind() == kind;
  }

  private static boolean overlaps(Found found, int start, int end) {
    return found.start() < end && start < found.end();
  }

  private static Found found(
      String text, Kind kind, int start, int end, Role role, Emphasis emphasis) {
    String asked = text.substring(start, end).strip();
    if (role == Role.WISH || emphasis.welcomeAt(start)) {
      String wording = asked.length() > 200 ? asked.substring(0, 200) : asked;
      return new Found(new Need.Wording(wording), wording, start, end, Importance.PREFERRED);
    }
    return new Found(
        new Need.Condition(kind, asked), Labels.capital(asked), start, end, Importance.GATE);
  }

  static int clauseEnd(String text, int from) {
    var matcher = CLAUSE_END.matcher(text);
    return matcher.find(from) ? matcher.start() : text.length();
  }
}
