package dev.shortlist.screening;

import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.text.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which rows of a ranking to show. What is empty does not narrow it.
///
/// @param verdicts what was decided
/// @param undecided whether to show those nobody decided about, beside those with `verdicts`
/// @param recommendations any of these
/// @param least whole points at least
/// @param most whole points at most
/// @param answers by the id of a requirement: any of these answers; every requirement must fit
/// @param marks any of these: names of notices, warnings and flags
/// @param words all of these words, in any case: in name, e-mail address, headline, skills,
///   employers, titles or the file's name
/// @param nameless whether words are not looked for in names, e-mail addresses and files' names:
///   whoever must not see them must not find by them
public record Sought(
    Set<Verdict> verdicts,
    boolean undecided,
    Set<Recommendation> recommendations,
    int least,
    int most,
    Map<String, Set<Answer>> answers,
    Set<String> marks,
    String words,
    boolean nameless) {
  public static final Sought ALL =
      new Sought(Set.of(), false, Set.of(), 0, 100, Map.of(), Set.of(), "");

  /// What is searched for words by whoever must not see names, over the columns `search` and
  /// `name`.
  public static final String NAMELESS =
      """
      regexp_replace(replace(search, lower(coalesce(name, '')), ' '), '\\S+@\\S+', ' ', 'g')\
      """;

  private static final String VERDICT =
      "(:anyVerdict or verdict = any(:verdicts) or (:undecided and verdict is null))";
  private static final String RECOMMENDATION =
      "(:anyRecommendation or recommendation = any(:recommendations))";
  private static final String SCORE = "floor(total + 0.5) between :least and :most";
  private static final String MARK =
      "(:anyMark or marks && cast(:marks as text[]) or flags && cast(:marks as text[]))";
  private static final String ANSWER =
      """
      not exists (select from unnest(cast(:asked as text[]), cast(:answers as text[]))
                           as wanted (requirement, answer_list)
                          where not (answers ->> requirement = any(string_to_array(answer_list, ' '))))\
      """;
  private static final String WORD =
      """
      not exists (select from unnest(cast(:words as text[])) as word
                          where position(word in
                            case when :nameless
                                 then regexp_replace(
                                   replace(search, lower(coalesce(name, '')), ' '), '\\S+@\\S+', ' ', 'g')
                                 else search || ' ' || lower(file) end) = 0)\
      """;

  /// Over the columns of a ranking.
  static final String CONDITION =
      String.join(" and ", VERDICT, RECOMMENDATION, SCORE, MARK, ANSWER, WORD);

  public Sought(
      Set<Verdict> verdicts,
      boolean undecided,
      Set<Recommendation> recommendations,
      int least,
      int most,
      Map<String, Set<Answer>> answers,
      Set<String> marks,
      String words) {
    this(verdicts, undecided, recommendations, least, most, answers, marks, words, false);
  }

  public Sought {
    verdicts = Set.copyOf(verdicts);
    recommendations = Set.copyOf(recommendations);
    answers = Map.copyOf(answers);
    marks = Set.copyOf(marks);
  }

  /// The same for somebody who must not see names.
  public Sought withoutNames() {
    return new Sought(
        verdicts, undecided, recommendations, least, most, answers, marks, words, true);
  }

  /// The same as [#CONDITION] for this, with no more in it than it takes: of ten thousand rows what
  /// need not be looked at costs most.
  String condition() {
    var clauses = new ArrayList<String>(List.of("true"));
    if (!verdicts.isEmpty() || undecided) {
      clauses.add(VERDICT);
    }
    if (!recommendations.isEmpty()) {
      clauses.add(RECOMMENDATION);
    }
    if (least > 0 || most < 100) {
      clauses.add(SCORE);
    }
    if (!marks.isEmpty()) {
      clauses.add(MARK);
    }
    if (!answers.isEmpty()) {
      clauses.add(ANSWER);
    }
    if (!words.isBlank()) {
      clauses.add(WORD);
    }
    return String.join(" and ", clauses);
  }

  /// Whether the rows of readings have to be looked at.
  boolean asksReadings() {
    return !marks.isEmpty() || !words.isBlank();
  }

  Map<String, Object> parameters() {
    var asked = List.copyOf(answers.keySet());
    var parameters = new HashMap<String, Object>();
    parameters.put("nameless", nameless);
    parameters.put("anyVerdict", verdicts.isEmpty() && !undecided);
    parameters.put("verdicts", names(verdicts));
    parameters.put("undecided", undecided);
    parameters.put("anyRecommendation", recommendations.isEmpty());
    parameters.put("recommendations", names(recommendations));
    parameters.put("least", least);
    parameters.put("most", most);
    parameters.put("anyMark", marks.isEmpty());
    parameters.put("marks", marks.toArray(String[]::new));
    parameters.put("asked", asked.toArray(String[]::new));
    parameters.put(
        "answers",
        asked.stream()
            .map(id -> String.join(" ", names(Objects.requireNonNull(answers.get(id)))))
            .toArray(String[]::new));
    parameters.put(
        "words",
        Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new));
    return parameters;
  }

  /// What the marks of a reading are called: its notices and warnings.
  static String[] marks(Reading reading) {
    return Stream.concat(
            reading.source().notices().stream().map(notice -> notice.kind().name()),
            reading.profile().warnings().stream().map(warning -> warning.kind().name()))
        .distinct()
        .toArray(String[]::new);
  }

  static List<Notice.Kind> notices(Collection<String> marks) {
    return EnumSet.allOf(Notice.Kind.class).stream()
        .filter(kind -> marks.contains(kind.name()))
        .toList();
  }

  static @Nullable String name(Profile profile) {
    return value(profile.contact().name());
  }

  static @Nullable String place(Profile profile) {
    return value(profile.contact().location());
  }

  /// What is searched for words, in lower case.
  static String words(Profile profile) {
    var words = new ArrayList<@Nullable String>();
    words.add(name(profile));
    words.add(value(profile.headline()));
    profile.contact().emails().forEach(email -> words.add(email.value()));
    profile
        .work()
        .forEach(work -> {
          words.add(value(work.title()));
          words.add(value(work.company()));
        });
    profile.skills().stream().map(SkillUse::name).forEach(words::add);
    return words.stream()
        .filter(Objects::nonNull)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String value(@Nullable Fact<String> fact) {
    return fact == null ? null : fact.value();
  }

  private static String[] names(Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toArray(String[]::new);
  }
}
