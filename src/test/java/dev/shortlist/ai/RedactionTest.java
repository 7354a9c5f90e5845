package dev.shortlist.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.text.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @Test
  void who_a_person_is_and_what_the_law_protects_is_left_out() {
    assertThat(redacted(SampleCvs.ORLA))
        .doesNotContainIgnoringCase("orla")
        .doesNotContainIgnoringCase("brennan")
        .doesNotContain("@", "555 0142", "Harbour", "1990", "married", "linkedin")
        .contains("Built payment services in Java", "01/2018 - 12/2023");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Geburtsdatum: 03.05.1990",
        "Familienstand: ledig",
        "Nationalité : française",
        "Estado civil: casada",
        "Data di nascita: 3 maggio 1990",
        "Gender: female",
        "She is married with two children",
        "Anschrift: Lindenweg 4, 80331 München",
        "Lindenstraße 12, 10969 Berlin",
        "14 rue des Lilas, 69003 Lyon",
        "Tel: 030 901820",
        "0044 20 7946 0958",
        "see www.example.com/me",
        "ann (at) home: ann @ example.com",
        "she/her"
      })
  void in_other_languages_and_forms_too(String line) {
    assertThat(redacted("Ann Example\nEngineer\n" + line + "\n")).containsPattern("\\[(?!name)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.", "a@a.", "1 A ", "1 Ab. ", "www.", "(1 ", "+1", "rue a ", "mr ", "a/"})
  void a_text_that_goes_on_for_ever_is_no_harm(String repeated) {
    var text = repeated.repeat(100_000 / repeated.length()) + "/x 1";

    assertThat(Redaction.of(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Managed 01.2015 - 03.2019 a team of 12",
        "Raised sales by 35 % to 1 200 000",
        "Java, C++, .NET, Node.js",
        "Led the drive to automate 4 court filings",
        "Will work on Road 7 projects"
      })
  void what_speaks_of_the_work_stays(String line) {
    var cv =
        "Ann Example\nEngineer\n\nWork experience\nEngineer, Acme, 2015 - 2019\n" + line + "\n";

    assertThat(redacted(cv)).contains(line);
  }

  @Test
  void without_a_name_that_was_recognised_the_first_line_is_left_out() {
    assertThat(redacted("x9 qq\nJava\n")).startsWith("[name]");
  }

  @Test
  void a_cv_from_which_something_would_leak_is_not_sent() {
    var contact = SampleCvs.read(SampleCvs.ORLA).profile().contact();

    assertThat(Redaction.leaks(redacted(SampleCvs.ORLA), contact)).isFalse();
    for (var leak :
        List.of("by Orla", "ORLA", "o.r.l.a b r e n n a n", "a@b", "353915550142", "Brennan")) {
      assertThat(Redaction.leaks("Java, " + leak + ", SQL", contact)).as(leak).isTrue();
    }
  }

  @Test
  void a_quote_is_found_where_it_stands_in_the_cv() {
    var reading = SampleCvs.read(SampleCvs.ORLA);
    var redacted = Redaction.of(reading);

    assertThat(redacted.find("payment  services in Java\nfor \"small shops\"."))
        .map(Passage::quote)
        .contains("payment services in Java for “small shops”.");
    assertThat(redacted.find("payment services").orElseThrow().start())
        .isEqualTo(SampleCvs.ORLA.replace("\n\n", "\n").indexOf("payment services"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Built payment services in Kotlin",
        "ayment services",
        "tuned by [name]",
        "J",
        " "
      })
  void what_is_not_there_word_by_word_is_no_quote(String quote) {
    assertThat(Redaction.of(SampleCvs.read(SampleCvs.ORLA)).find(quote)).isEmpty();
  }

  @Test
  void the_job_descriptions_own_contact_is_left_out() {
    var pack =
        new Pack(SampleCvs.BACKEND, List.of(SampleCvs.cv("a", SampleCvs.ORLA)), Locale.ENGLISH);

    assertThat(pack.prompt().material()).doesNotContain("jobs@", "7946");
    assertThat(pack.read(new Reply.Malformed("x")))
        .isEqualTo(Map.of("a", new Verdict.LocalStands(Verdict.Why.NOT_UNDERSTOOD)));
  }

  private static String redacted(String text) {
    return Redaction.of(SampleCvs.read(text)).text();
  }
}
