package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented CVs in the order a reader would give them: one who has all of it, one with less, one
/// from a related trade, one from another.
class JudgedOrderTest {
  private static final Path TEXTS = Path.of("src/test/resources/dev/shortlist").toAbsolutePath();
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);

  @AfterAll
  static void close() {
    MATCHER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hvac",
        "line-cook",
        "pharmacist",
        "primary-teacher",
        "tax-advisor",
        "warehouse-lead"
      })
  void readers_and_the_matcher_agree_on_the_order(String job) throws IOException {
    var asked = job(job);
    var totals = cvs(job).values().stream().map(cv -> total(cv, asked)).toList();

    assertThat(totals).hasSize(4).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(totals.getFirst()).as("has all of it").isGreaterThan(55);
    assertThat(totals.get(1)).as("has less of it").isGreaterThan(15);
    assertThat(totals.getLast()).as("another trade").isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hvac",
        "line-cook",
        "pharmacist",
        "primary-teacher",
        "tax-advisor",
        "warehouse-lead"
      })
  void a_list_of_all_that_is_asked_for_earns_less_than_half_of_real_work(String job)
      throws IOException {
    var asked = job(job);
    var listed =
        asked.requirements().stream().map(Requirement::label).collect(Collectors.joining(", "));
    double stuffed = total(read(texts(job).getLast() + "\nSkills: " + listed + "\n"), asked);

    assertThat(stuffed).isLessThan(40).isLessThan(total(read(texts(job).getFirst()), asked) / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hvac", "pharmacist", "primary-teacher", "tax-advisor"})
  void a_pasted_job_description_earns_next_to_nothing_and_shows(String job) throws IOException {
    var asked = job(job);
    var match =
        MATCHER.match(
            read(texts(job).getLast() + "\n" + asked.text().text()), asked, Weights.STANDARD);

    assertThat(match.total()).isLessThan(25);
    assertThat(match.flags())
        .extracting(Match.Flag::kind)
        .contains(Match.Flag.Kind.COPIED_JOB_DESCRIPTION);
  }

  static double total(Reading cv, JobDescription job) {
    return MATCHER.match(cv, job, Weights.STANDARD).total();
  }

  static JobDescription job(String name) throws IOException {
    var text = Files.readString(TEXTS.resolve("jobdescription/" + name + ".txt"));
    return new JobDescriptionReader(TAXONOMY).read(null, VisibleText.of(text));
  }

  private static List<String> texts(String name) throws IOException {
    return Stream.of(
            Files.readString(TEXTS.resolve("match/order/" + name + ".txt"))
                .split("(?m)^== .*$", -1))
        .filter(part -> !part.isBlank())
        .toList();
  }

  static Map<String, Reading> cvs(String name) throws IOException {
    var cvs = new LinkedHashMap<String, Reading>();
    for (String part :
        Files.readString(TEXTS.resolve("match/order/" + name + ".txt")).split("(?m)^== ", -1)) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        cvs.put(part.substring(0, end), read(part.substring(end + 1)));
      }
    }
    return cvs;
  }

  static Reading read(String cv) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(cv), List.of(), null, List.of());
    return new Reading(source, new LocalProfileReader(TAXONOMY).read(source, TODAY));
  }
}
