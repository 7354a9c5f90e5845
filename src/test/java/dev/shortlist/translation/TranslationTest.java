package dev.shortlist.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.match.Match;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Limits;
import dev.shortlist.text.Reason;
import dev.shortlist.text.TextExtractor;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {
  private static final Translation GERMAN = Translation.into(Locale.GERMAN);
  private static final Translation FRENCH = Translation.into(Locale.FRENCH);
  private static final Path CORE = Path.of("src/main/java/dev/shortlist");
  private static final Path SAMPLES = Path.of("src/main/resources/samples");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SAID =
      Pattern.compile("\\bin\\s*\\.say\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  @Test
  void numbers_are_those_of_the_language() {
    assertThat(
            GERMAN.of(
                "8.1 years of such work are shown; asked for: 5. It counts by 85 %, as far as the CV is of this kind of work."))
        .isEqualTo(
            "belegte Jahre in solcher Arbeit: 8,1; verlangt: 5. Das zählt zu 85\u00a0%, soweit der Lebenslauf von dieser Art Arbeit ist.");
  }

  @Test
  void a_sentence_of_many_parts_is_read_back_part_by_part() {
    assertThat(
            GERMAN.of(
                "Strong yes: 91 of 100 points (technical skills 93, education 85). 95 % of what is required is shown;"
                    + " required and not shown in full: Bachelor's degree in B.Sc. Law, Java. Next step: invite, and go"
                    + " through the questions below."))
        .isEqualTo(
            "Klares Ja: 91 von 100 Punkten (Fachkenntnisse 93, Ausbildung 85). 95\u00a0% des Erforderlichen sind belegt;"
                + " erforderlich und nicht voll belegt: Bachelorabschluss in B.Sc. Law, Java. Nächster Schritt:"
                + " einladen und die Fragen unten durchgehen.");
  }

  @Test
  void a_strength_is_a_label_and_what_is_said_of_it() {
    assertThat(GERMAN.of("Work like Cook: “Chef: hot” is close to the work asked for."))
        .isEqualTo("Arbeit wie: Cook: „Chef: hot“ kommt der verlangten Arbeit nahe.");
  }

  @Test
  void a_quote_stays_as_it_is() {
    assertThat(FRENCH.of("“Education” is only listed; Node.js is related to Deno."))
        .isEqualTo("“Education” est seulement énuméré\u202f; Node.js est proche de Deno.");
    assertThat(GERMAN.of("“yes” is named in a project, which stands for Agreement."))
        .isEqualTo("„yes“ ist in einem Projekt genannt und steht für Agreement.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The person wrote this herself. It is long.",
        "Bachelor of Science",
        "Head of 3 kitchens; loves bread.",
        "Java: 5",
        "",
        " ",
        "{0} and $1 \\ “",
      })
  void what_the_core_did_not_say_stays_as_it_is(String words) {
    assertThat(GERMAN.of(words)).isEqualTo(words);
    assertThat(FRENCH.of(words)).isEqualTo(words);
  }

  @Test
  void english_and_unknown_languages_change_nothing() {
    assertThat(Translation.into(Locale.JAPAN)).isSameAs(Translation.ENGLISH);
    assertThat(Translation.ENGLISH.of("The CV names it.")).isEqualTo("The CV names it.");
    assertThat(Translation.ENGLISH.say("{0#} of 100", 12.5)).isEqualTo("12.5 of 100");
  }

  @ParameterizedTest
  @CsvSource({"'fr-CA,de;q=0.5',fr", "'ja,de-AT;q=0.5',de", "ja,en", "'',en", "';;q',en"})
  void the_first_language_asked_for_that_there_is_is_taken(String asked, String taken) {
    assertThat(Translation.accepted(asked).language().getLanguage()).isEqualTo(taken);
  }

  @Test
  void every_language_has_the_same_texts_with_the_same_places() {
    var german = Catalog.of(Locale.GERMAN).texts();
    var french = Catalog.of(Locale.FRENCH).texts();

    assertThat(german.keySet()).isEqualTo(french.keySet());
    for (var texts : List.of(german, french)) {
      texts.forEach(
          (english, text) -> assertThat(places(text)).as(english).isEqualTo(places(english)));
    }
  }

  /// Whatever the core says of the samples, of every CV against every job description.
  @Test
  void everything_said_of_a_match_is_known() throws IOException {
    var said = new TreeSet<String>();
    var taxonomy = Taxonomy.standard();
    var jobs = new JobDescriptionReader(taxonomy);
    try (var matcher = new LocalMatcher(taxonomy)) {
      var cvs = cvs(taxonomy);
      for (var file : files("job-descriptions")) {
        var text = VisibleText.of(Files.readString(file));
        var job = jobs.read("", text);
        job.concerns().forEach(concern -> said.add(concern.advice()));
        for (var cv : cvs) {
          add(matcher.match(cv, job, Weights.STANDARD), said);
          cv.profile().warnings().forEach(warning -> said.add(warning.detail()));
        }
      }
    }
    said.remove("");
    assertThat(said).hasSizeGreaterThan(100).allSatisfy(TranslationTest::isKnown);
  }

  private static void add(Match match, Set<String> said) {
    said.add(match.reasoning());
    said.addAll(match.strengths());
    said.addAll(match.questions());
    match.flags().forEach(flag -> said.add(flag.detail()));
    match.gaps().forEach(gap -> said.add(gap.found()));
    for (var score : match.dimensions()) {
      said.add(score.dimension().label());
      for (var part : score.parts()) {
        said.add(part.reason());
        if (part.requirement() == null) {
          said.add(part.label());
        }
      }
    }
  }

  private static void isKnown(String english) {
    assertThat(GERMAN.of(english)).isNotEqualTo(english);
    assertThat(FRENCH.of(english)).isNotEqualTo(english);
  }

  /// Sentences in the sources, as far as they are whole there.
  @ParameterizedTest
  @ValueSource(strings = {"match", "jobdescription"})
  void every_sentence_in_the_sources_is_known(String room) throws IOException {
    for (var text : texts(room)) {
      if (text.matches("(?s)\\p{Lu}.* .*[.?]")
          && !text.contains("\\\\")
          && !text.endsWith(" ...")) {
        var example =
            text.replaceAll("(^|[.?] )%s(?= \\p{Lu})", "$1The CV says so.")
                .replaceAll("%(?:,|\\.\\d)?[sdf]", "3")
                .replace("%%", "%");
        assertThat(GERMAN.of(example)).as("in %s: %s", room, text).isNotEqualTo(example);
      }
    }
  }

  /// What a person is told who did something that cannot be done, or who runs a language model.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts/SignIn",
        "accounts/Staff",
        "accounts/Passwords",
        "accounts/InsufficientCredits",
        "ai/Remedies",
        "judging/Hindrance",
        "judging/ModelChoice",
        "mail/Letterheads",
        "mail/MailTemplate",
        "mail/Placeholder",
        "deciding/Decisions",
        "tasks/QueueFull",
        "notify/Webhooks",
      })
  void whatever_stands_in_the_way_is_known(String source) throws IOException {
    var joined =
        Files.readString(CORE.resolve(source + ".java")).replaceAll("\"\\s*\\n\\s*\\+ \"", "");
    var texts =
        TEXT.matcher(joined)
            .results()
            .map(found -> found.group(1).replace("\\\"", "\""))
            .filter(text -> text.matches("(?s)(\\p{Lu}|%s |\"%s\" ).* .*[.?!]"))
            .toList();
    assertThat(texts.isEmpty()).isEqualTo(source.matches("tasks.*|notify.*"));
    for (var text : texts) {
      // The host, the model, why and what.
      var example =
          text.replace("as %s", "as the provider does not answer")
              .replace("budget of %s", "budget of this month")
              .replace("Raise %s", "Raise the screening's budget")
              .replace("in a %s", "in a day")
              .replace("There is an account %s", "There is an account 3")
              .replaceAll("%(?:,|\\.\\d)?[sdf]", "3")
              .replace("%%", "%");
      assertThat(GERMAN.of(example)).as("in %s: %s", source, text).isNotEqualTo(example);
      assertThat(FRENCH.of(example)).as("in %s: %s", source, text).isNotEqualTo(example);
    }
  }

  @Test
  void every_advice_about_a_job_description_and_every_reason_is_known() throws IOException {
    var concerns = Path.of("src/main/resources/dev/shortlist/jobdescription/concerns.tsv");
    var said =
        Stream.concat(
            Files.readAllLines(concerns).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", 3)[2]),
            Arrays.stream(Reason.values())
                .flatMap(reason -> Stream.of(reason.meaning(), reason.advice())));

    assertThat(said).allSatisfy(TranslationTest::isKnown);
  }

  @ParameterizedTest
  @MethodSource("saidByTheReports")
  void a_text_of_a_report_is_in_the_catalogue(String text) {
    assertThat(Catalog.of(Locale.GERMAN).text(text)).isPresent();
  }

  static Stream<String> saidByTheReports() throws IOException {
    var said = new TreeSet<String>();
    for (var source : sources("report")) {
      SAID.matcher(Files.readString(source))
          .results()
          .map(found ->
              TEXT.matcher(found.group(1))
                  .results()
                  .map(text -> text.group(1))
                  .collect(Collectors.joining()))
          .forEach(said::add);
    }
    said.remove("{0#}");
    return said.stream();
  }

  private static List<String> texts(String room) throws IOException {
    var texts = new ArrayList<String>();
    for (var source : sources(room)) {
      TEXT.matcher(Files.readString(source).replaceAll("(?m)^\\s*//.*$", ""))
          .results()
          .map(found -> found.group(1).replace("\\\"", "\""))
          .forEach(texts::add);
    }
    return texts;
  }

  private static List<Path> sources(String room) throws IOException {
    try (var files = Files.list(CORE.resolve(room))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (var files = Files.list(SAMPLES.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static List<Reading> cvs(Taxonomy taxonomy) throws IOException {
    var reader = new LocalProfileReader(taxonomy);
    var cvs = new ArrayList<Reading>();
    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      for (var file : files("cvs")) {
        if (extractor.extract(file, file.getFileName().toString())
            instanceof Extraction.Text text) {
          cvs.add(new Reading(text, reader.read(text, LocalDate.of(2026, 6, 1))));
        }
      }
    }
    return cvs;
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
