package dev.shortlist.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.match.Answer;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.profile.ToldDates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/shortlist/ai/prompt.txt").toAbsolutePath();
  private static final String TOMAS =
      "Tomas Vale\ntomas@example.com\n\nSkills: PostgreSQL\nWaiter, Blue Inn, 2019 - 2023\nServed guests.\n";

  private final Cv orla = SampleCvs.cv("a", SampleCvs.ORLA);
  private final Cv tomas = SampleCvs.cv("b", TOMAS);
  private final Pack pack = new Pack(SampleCvs.BACKEND, List.of(orla, tomas), Locale.GERMAN);

  /// Written anew with `-Dshortlist.golden=write`; a change here is a new version of the prompt.
  @Test
  void a_prompt_is_what_was_agreed_on() throws IOException {
    var prompt = pack.prompt();
    String whole =
        "%s\n----\n%s\n----\n%s\n".formatted(prompt.version(), prompt.material(), prompt.schema());
    if (Objects.equals(System.getProperty("shortlist.golden"), "write")) {
      Files.writeString(GOLDEN, whole);
    }

    assertThat(whole).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void what_is_the_same_for_all_calls_of_a_screening_comes_first() {
    var other = new Pack(SampleCvs.BACKEND, List.of(tomas), Locale.GERMAN).prompt();
    int same = pack.prompt().material().indexOf("=== c1");

    assertThat(other.instructions()).isEqualTo(pack.prompt().instructions());
    assertThat(other.material()).startsWith(pack.prompt().material().substring(0, same));
  }

  @Test
  void a_requirement_that_is_met_earns_its_part_with_the_words_of_the_cv() {
    var judged = judged(answer("met", "in a relational database", "not", "", "{}"));

    assertThat(part(judged, "r2").points()).isEqualTo(part(judged, "r2").outOf());
    assertThat(part(judged, "r2").evidence())
        .extracting(evidence -> evidence.passage().quote(), Evidence::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "in a relational database", Evidence.Kind.SIMILAR_WORDING));
    assertThat(judged.answers()).containsEntry("r2", Answer.MET);
    assertThat(judged.version()).endsWith("judge-3");
  }

  @Test
  void what_falls_lackingearns_nothing_and_silence_is_no_no() {
    var lacking = judged(answer("unknown", "", "not", "services in Java", "{}"));
    var silent = judged(answer("unknown", "", "not", "", "{}"));

    assertThat(part(lacking, "r1").points()).isZero();
    assertThat(lacking.answers()).containsEntry("r1", Answer.NOT);
    assertThat(part(silent, "r1").points()).isZero();
    assertThat(silent.answers()).containsEntry("r1", Answer.UNKNOWN);
  }

  @Test
  void partly_met_earns_a_half_and_leaves_a_gap() {
    var judged = judged(answer("partly", "relational database", "unknown", "", "{}"));

    assertThat(part(judged, "r2").points()).isEqualTo(part(judged, "r2").outOf() / 2);
    assertThat(judged.answers()).containsEntry("r2", Answer.PARTLY);
    assertThat(part(judged, "r1")).isEqualTo(part(orla.local(), "r1"));
  }

  @Test
  void words_that_are_not_in_the_cv_earn_nothing_and_are_counted() {
    var verdict =
        verdict(answer("met", "ten years of PostgreSQL", "met", "services in Java", "{}"));

    assertThat(verdict.unquoted()).isEqualTo(1);
    assertThat(part(verdict.match(), "r2")).isEqualTo(part(orla.local(), "r2"));
  }

  @Test
  void words_of_another_cv_in_the_call_earn_nothing() {
    var verdict = verdict(answer("met", "Skills: PostgreSQL", "unknown", "", "{}"));

    assertThat(verdict.unquoted()).isEqualTo(1);
    assertThat(verdict.match().total()).isEqualTo(orla.local().total());
  }

  @Test
  void one_bad_answer_in_a_pack_leaves_the_others_as_they_are() {
    var verdicts = read(answer("met", "relational database", "unknown", "", "\"nonsense\""));

    assertThat(verdicts.get("a")).isInstanceOf(Verdict.Judged.class);
    assertThat(verdicts.get("b")).isEqualTo(new Verdict.LocalStands(Verdict.Why.NOT_ANSWERED));
  }

  @Test
  void nothing_but_made_up_quotes_leaves_the_local_score() {
    assertThat(read(answer("met", "I invented it", "met", "and this", "{}")).get("a"))
        .isEqualTo(new Verdict.LocalStands(Verdict.Why.NOT_SHOWN));
  }

  @Test
  void an_answer_in_a_code_fence_is_understood() {
    var plain = answer("met", "relational database", "unknown", "", "{}");

    assertThat(read("```json\n" + plain + "\n```")).isEqualTo(read(plain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sure! Here is my assessment.",
        "{\"c1\": {\"requirements\": ",
        "{\"c1\": 1,}",
        "[]",
        "null",
        "{}",
        "{\"c1\": {\"requirements\": [1, 2]}}",
        "{\"c1\": {\"requirements\": {\"r1\": {\"answer\": 95, \"quotes\": \"Java\"}}}}",
        "{\"c1\": {\"requirements\": {\"r1\": {\"answer\": \"met\", \"quotes\": [NaN]}}}}",
        "{\"score\": 100}"
      })
  void an_answer_in_another_form_never_becomes_a_score(String text) {
    assertThat(read(text).values())
        .hasSize(2)
        .allMatch(verdict -> verdict instanceof Verdict.LocalStands);
  }

  @Test
  void what_nobody_asked_for_is_dropped() {
    var verdict =
        verdict(
            "{\"score\":100,\"c1\":{\"score\":100,\"summary\":\"x\",\"requirements\":{\"r9\":{\"answer\":\"met\",\"quotes\":[\"Java\"]},\"r1\":{\"answer\":\"not\",\"quotes\":[]}}}}");

    assertThat(verdict.answered()).isEqualTo(1);
    assertThat(verdict.match().total()).isLessThan(orla.local().total());
  }

  @Test
  void a_gate_passes_with_words_only() {
    var shown = read(gate("met", "\"Built payment services\""));
    var said = read(gate("met", ""));

    assertThat(((Verdict.Judged) Objects.requireNonNull(shown.get("a"))).match().answers())
        .containsEntry("r3", Answer.MET);
    assertThat(said.get("a")).isEqualTo(new Verdict.LocalStands(Verdict.Why.NOT_SHOWN));
  }

  @Test
  void cvs_are_packed_in_order_up_to_a_number_and_a_length() {
    assertThat(Pack.of(SampleCvs.BACKEND, List.of(orla, tomas), Locale.ENGLISH, 2, 9_000))
        .hasSize(1);
    assertThat(Pack.of(SampleCvs.BACKEND, List.of(orla, tomas), Locale.ENGLISH, 1, 9_000))
        .hasSize(2);
    assertThat(Pack.of(SampleCvs.BACKEND, List.of(orla, tomas), Locale.ENGLISH, 2, 50)).hasSize(2);
  }

  @Test
  void the_stricter_prompt_begins_like_the_first() {
    assertThat(pack.stricter().material()).startsWith(pack.prompt().material());
    assertThat(pack.stricter()).isNotEqualTo(pack.prompt());
  }

  @Test
  void dates_are_asked_for_where_a_post_has_none_and_of_no_other_cv() {
    var undated = SampleCvs.cv("u", SampleCvs.UNDATED);
    var prompt = new Pack(SampleCvs.BACKEND, List.of(orla, undated), Locale.ENGLISH).prompt();

    assertThat(prompt.schema())
        .contains("\"c1\":{\"$ref\":\"#/$defs/cv\"}", "\"c2\":{\"$ref\":\"#/$defs/c2\"}")
        .contains("dates_quote");
    assertThat(pack.prompt().schema()).doesNotContain("dates_quote");
  }

  @Test
  void dates_that_the_words_bear_out_count_by_the_same_formulas() {
    var undated = SampleCvs.cv("u", SampleCvs.UNDATED);
    var told = dated("2018-04", "2023-12", "Joined in spring 2018 and left in winter 2023");

    assertThat(told.dates())
        .containsExactly(
            new ToldDates(
                0,
                YearMonth.of(2018, 4),
                YearMonth.of(2023, 12),
                "Joined in spring 2018 and left in winter 2023"));
    assertThat(told.match().total()).isGreaterThan(undated.local().total());
    assertThat(told.unquoted()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2015-01, 2023-12, Joined in spring 2018 and left in winter 2023",
    "2018-04, '', Joined in spring 2018 and left in winter 2023",
    "2018-04, 2023-12, Joined in spring 2018",
    "2018-04, 2023-12, there from 2018 to 2023",
    "2023-12, 2018-04, Joined in spring 2018 and left in winter 2023",
    "spring, 2023-12, Joined in spring 2018 and left in winter 2023"
  })
  void dates_that_no_words_bear_out_count_for_nothing(String start, String end, String quote) {
    var told = dated(start, end, quote);

    assertThat(told.dates()).isEmpty();
    assertThat(told.unquoted()).isEqualTo(1);
  }

  private static Verdict.Judged dated(String start, String end, String quote) {
    var undated = SampleCvs.cv("u", SampleCvs.UNDATED);
    var answer =
        "{\"c1\":{\"summary\":\"\",\"requirements\":{\"r1\":{\"answer\":\"met\",\"quotes\":[\"services in Java\"]}},\"posts\":[{\"post_quote\":\"Foyle Software\",\"dates_quote\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}]}}"
            .formatted(quote, start, end);
    var verdicts =
        new Pack(SampleCvs.BACKEND, List.of(undated), Locale.ENGLISH)
            .read(new Reply.Answered(answer, Usage.NONE));
    return (Verdict.Judged) Objects.requireNonNull(verdicts.get("u"));
  }

  @Test
  void only_what_the_local_reader_is_not_sure_of_is_asked_and_marks_say_where() {
    var prompt = unsure().prompt();

    assertThat(prompt.material())
        .contains("[post 1] Backend Developer\n", "[language 1] French, learnt at home");
    assertThat(prompt.schema())
        .contains("\"post_1_employer\"", "\"language_1_level\"")
        .doesNotContain("post_1_title");
    assertThat(pack.prompt().schema()).doesNotContain("\"facts\"");
  }

  @Test
  void facts_that_words_of_their_entry_bear_out_are_the_models_and_the_reading_is_filled() {
    var told =
        facts(
            """
            "post_1_employer":{"quote":"Foyle and Sons"},
            "language_1_level":{"quote":"[language 1] French, learnt at home since I was born","level":"NATIVE"}
            """);

    assertThat(told.facts())
        .extracting(fact -> fact.field() + " " + fact.value() + ": " + fact.words().quote())
        .containsExactly(
            "EMPLOYER Foyle and Sons: Foyle and Sons",
            "LANGUAGE_LEVEL NATIVE: French, learnt at home since I was born");
    assertThat(told.unquoted()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"post_1_employer\":{\"quote\":\"Lakeside School\"}", // of another entry
        "\"post_1_employer\":{\"quote\":\"Harbour Bank\"}", // nowhere
        "\"post_1_employer\":{\"quote\":\"01/2018 - 12/2023\"}", // a date
        "\"post_1_employer\":{\"quote\":\"Backend Developer\"}", // the title
        "\"post_1_title\":{\"quote\":\"Backend Developer\"}", // nobody asked
        "\"language_1_level\":{\"quote\":\"French\",\"level\":\"NATIVE\"}", // no level
        "\"language_1_level\":{\"quote\":\"learnt at home\",\"level\":\"D1\"}"
      })
  void facts_that_no_words_of_their_entry_bear_out_are_counted_and_count_for_nothing(String fact) {
    var told = facts(fact);

    assertThat(told.facts()).isEmpty();
    assertThat(told.unquoted()).isEqualTo(1);
  }

  @Test
  void a_fact_the_model_leaves_empty_is_no_mistake() {
    assertThat(facts("\"post_1_employer\":{\"quote\":\"\"}").unquoted()).isZero();
  }

  private static Pack unsure() {
    return new Pack(
        SampleCvs.BACKEND, List.of(SampleCvs.cv("u", SampleCvs.UNSURE)), Locale.ENGLISH);
  }

  private static Verdict.Judged facts(String facts) {
    var answer =
        "{\"c1\":{\"summary\":\"\",\"requirements\":{\"r1\":{\"answer\":\"met\",\"quotes\":[\"services in Java\"]}},\"facts\":{%s}}}"
            .formatted(facts);
    var verdicts = unsure().read(new Reply.Answered(answer, Usage.NONE));
    return (Verdict.Judged) Objects.requireNonNull(verdicts.get("u"));
  }

  private static String gate(String answer, String quote) {
    return "{\"c1\":{\"summary\":\"\",\"requirements\":{\"r3\":{\"answer\":\"%s\",\"quotes\":[%s]}}}}"
        .formatted(answer, quote);
  }

  /// About c1: what it says of PostgreSQL (r2) and of Java (r1); and all of c2.
  private static String answer(
      String postgres, String quote, String java, String javaQuote, String second) {
    return "{\"c1\":{\"summary\":\"Shows it.\",\"requirements\":{\"r2\":{\"answer\":\"%s\",\"quotes\":[%s]},\"r1\":{\"answer\":\"%s\",\"quotes\":[%s]}}},\"c2\":%s}"
        .formatted(postgres, quoted(quote), java, quoted(javaQuote), second);
  }

  private static String quoted(String words) {
    return words.isEmpty() ? "" : "\"" + words + "\"";
  }

  private Map<String, Verdict> read(String answer) {
    return pack.read(new Reply.Answered(answer, Usage.NONE));
  }

  private Verdict.Judged verdict(String answer) {
    return (Verdict.Judged) Objects.requireNonNull(read(answer).get("a"));
  }

  private Match judged(String answer) {
    return verdict(answer).match();
  }

  private static Part part(Match match, String requirement) {
    return match.dimensions().stream()
        .flatMap(dimension -> dimension.parts().stream())
        .filter(part -> requirement.equals(part.requirement()))
        .findFirst()
        .orElseThrow();
  }
}
