package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever is read stands in the text, at the place it is said to stand.
class NothingInventedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private static final List<String> LINES =
      List.of(
          "Curriculum Vitae",
          "Nkechi O'Sample-Núñez",
          "田中 花子",
          "Senior Data Engineer | Berlin, Germany",
          "nkechi@example.com | +49 30 1234567 | github.com/nkechi",
          "Experience",
          "EDUCATION",
          "Skills:",
          "Sprachen",
          "Jan 2019 - Present",
          "03/2015 –",
          "02/2018",
          "Data Engineer, Example GmbH, Leipzig",
          "• Built pipelines with Python, Kafka and PostgreSQL",
          "Example University — M.Sc. Computer Science, 2012-2014",
          "Python (expert), SQL, Kafka; Tea Tasting",
          "German: native, English C1",
          "Certified Kubernetes Administrator, 2021",
          "Dear Sir or Madam,",
          "(((((  2019 - - - 2020 )))))",
          "at at at | | • – , , 1999",
          "Publications",
          "seit 2020 Projektleiterin bei Muster AG",
          "\u0000\u200b\ud83d\ude00 **Chef** @ Café 1900 - 1950");

  @Property(tries = 400)
  void of_any_text(@ForAll @StringLength(max = 600) String text) {
    check(text);
  }

  @Test
  void of_lines_of_cvs_in_any_order() {
    for (int seed = 0; seed < 300; seed++) {
      var lines = new ArrayList<>(LINES);
      Collections.shuffle(lines, new Random(seed));
      check(String.join(seed % 2 == 0 ? "\n" : "\n\n", lines));
    }
  }

  @Test
  void of_real_cvs() throws IOException {
    var shared = Path.of(System.getProperty("shortlist.shared", "../shared"));
    var texts = shared.resolve("data/ner/text");
    assumeTrue(Files.isDirectory(texts), "no developer data at " + texts);
    try (var files = Files.list(texts)) {
      for (var file : files.sorted().toList()) {
        check(Files.readString(file));
      }
    }
  }

  @Test
  void and_a_hostile_line_costs_no_more_than_its_length() {
    var hostile =
        List.of(
            "a@".repeat(50_000),
            "1 ".repeat(50_000),
            "(555) ".repeat(30_000),
            "Jan 2020 - ".repeat(20_000),
            "https://a.".repeat(20_000),
            "Engineer, ".repeat(20_000),
            "Skills: " + "a, ".repeat(60_000),
            "A".repeat(200_000));
    long start = System.nanoTime();
    for (String line : hostile) {
      check("Experience\n" + line + "\nSkills\n" + line);
    }
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(60_000);
  }

  private static void check(String plain) {
    var text = VisibleText.of(plain);
    var source = new Extraction.Text(FileType.TEXT, 1, text, List.of(), null, List.of());
    var profile = READER.read(source, TODAY);
    var contact = profile.contact();
    standsUndivided(contact.name(), text);
    contact.emails().forEach(mail -> stands(mail.passage(), text));
    contact.phones().forEach(phone -> stands(phone, text));
    stands(contact.location(), text);
    stands(profile.headline(), text);
    stands(profile.summary(), text);
    profile.certificates().forEach(certificate -> stands(certificate, text));
    profile.languages().forEach(language -> stands(language.language().passage(), text));
    for (var post : profile.work()) {
      stands(post.company(), text);
      stands(post.title(), text);
      stands(post.location(), text);
      stands(post.period() == null ? null : post.period().passage(), text);
      stands(post.whole(), text);
      post.highlights().forEach(highlight -> stands(highlight, text));
    }
    for (var course : profile.education()) {
      stands(course.institution(), text);
      stands(course.degree(), text);
      stands(course.field(), text);
      stands(course.period() == null ? null : course.period().passage(), text);
      stands(course.whole(), text);
    }
    for (var skill : profile.skills()) {
      assertThat(skill.mentions()).isNotEmpty();
      skill.mentions().forEach(mention -> stands(mention.passage(), text));
    }
  }

  private static void stands(@Nullable Fact<String> fact, VisibleText text) {
    if (fact != null) {
      stands(fact.passage(), text);
      assertThat(fact.value()).isNotBlank();
      assertThat(BLANKS.matcher(fact.passage().quote()).replaceAll(" ").strip())
          .isEqualTo(fact.value());
    }
  }

  /// A name may be divided behind its hyphen, `Okafor, Nnamdi` is `Nnamdi Okafor`, and in a form
  /// the label of its second part stands between.
  private static void standsUndivided(@Nullable Fact<String> name, VisibleText text) {
    if (name != null) {
      stands(name.passage(), text);
      var shown = name.passage().quote().replace("-\n", "-");
      assertThat(words(shown)).containsAll(words(name.value()));
    }
  }

  private static List<String> words(String text) {
    return List.of(BLANKS.matcher(text.replace(",", " ")).replaceAll(" ").strip().split(" ", -1));
  }

  private static void stands(@Nullable Passage passage, VisibleText text) {
    if (passage != null) {
      assertThat(passage.quote()).isNotBlank();
      assertThat(text.text().substring(passage.start(), passage.end())).isEqualTo(passage.quote());
    }
  }
}
