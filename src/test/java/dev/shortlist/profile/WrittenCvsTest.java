package dev.shortlist.profile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// People of many cultures, posts, languages and telephone numbers in many notations, letters and
/// files that are no CV: each is read as its first line says. All are invented.
class WrittenCvsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  static Stream<Arguments> cases() {
    return Arrays.stream(resource().split("(?m)^=== ", -1))
        .skip(1)
        .map(one -> Arguments.of(one.lines().findFirst().orElseThrow(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void is_read_as_written(String expected, String whole) {
    var what = expected.substring(0, expected.indexOf(':'));
    var facts = expected.substring(expected.indexOf(':') + 1).strip();
    var profile = read(whole.substring(whole.indexOf('\n') + 1));

    switch (what) {
      case "name" -> assertThat(value(profile.contact().name())).isEqualTo(facts);
      case "posts" -> assertThat(posts(profile)).isEqualTo(facts);
      case "skills" -> assertThat(listed(profile)).isEqualTo(facts);
      case "schools" -> assertThat(schools(profile)).isEqualTo(facts);
      case "languages" -> assertThat(languages(profile)).isEqualTo(facts);
      case "phones" -> assertThat(phones(profile)).isEqualTo(facts);
      default ->
          assertThat(profile.warnings())
              .extracting(warning -> warning.kind().name())
              .contains(facts);
    }
  }

  private static String posts(Profile profile) {
    return profile.work().stream()
        .map(post -> value(post.title()) + "|" + value(post.company()))
        .collect(joining(";"));
  }

  private static String schools(Profile profile) {
    return profile.education().stream()
        .map(course -> value(course.institution()))
        .collect(joining(";"));
  }

  private static String listed(Profile profile) {
    return profile.skills().stream()
        .flatMap(skill -> skill.mentions().stream())
        .filter(mention -> mention.place() == SkillUse.Place.LISTED)
        .map(mention -> mention.passage().quote())
        .collect(joining(";"));
  }

  private static String languages(Profile profile) {
    return profile.languages().stream()
        .map(language -> language.language().value() + " " + language.level())
        .collect(joining(";"));
  }

  private static String phones(Profile profile) {
    return profile.contact().phones().stream().map(Fact::value).collect(joining(";"));
  }

  private static String value(@Nullable Fact<String> fact) {
    return fact == null ? "" : fact.value();
  }

  private static Profile read(String text) {
    var visible = VisibleText.of(text.replaceAll("(?<=[\\p{L}\\p{N})]) {2,}(?=\\S)", "\t"));
    return READER.read(
        new Extraction.Text(FileType.TEXT, 1, visible, List.of(), null, List.of()), TODAY);
  }

  private static String resource() {
    try (var in = WrittenCvsTest.class.getResourceAsStream("written-cvs.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
