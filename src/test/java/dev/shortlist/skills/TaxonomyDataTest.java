package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The data as they are. That names have one meaning, references lead somewhere and nothing is
/// broader than itself is checked by reading them: [Taxonomy#standard] refuses anything else.
class TaxonomyDataTest {
  private static final Path DATA = Path.of("src/main/resources/dev/shortlist/skills");
  private final Taxonomy taxonomy = Taxonomy.standard();

  @Test
  void there_are_at_least_3000_skills() {
    assertThat(taxonomy.skills()).hasSizeGreaterThanOrEqualTo(3000);
  }

  @Test
  void there_are_at_least_400_occupations_with_2000_titles() {
    assertThat(taxonomy.occupations()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(taxonomy.occupations().stream().mapToInt(o -> 1 + o.titles().size()).sum())
        .isGreaterThanOrEqualTo(2000);
  }

  @Test
  void no_field_of_work_has_most_of_the_skills() {
    var byField =
        taxonomy.skills().stream()
            .collect(
                Collectors.groupingBy(
                    skill -> taxonomy.fieldOf(skill.id()).orElseThrow(), Collectors.counting()));

    assertThat(byField).hasSizeGreaterThanOrEqualTo(20);
    assertThat(byField.values()).allMatch(count -> count < taxonomy.skills().size() / 3);
  }

  @Test
  void there_are_soft_skills_and_licences() {
    assertThat(ofKind(Skill.Kind.SOFT)).isGreaterThanOrEqualTo(50);
    assertThat(ofKind(Skill.Kind.LICENCE)).isGreaterThanOrEqualTo(150);
  }

  @Test
  void ids_are_small_letters_digits_and_hyphens() {
    assertThat(taxonomy.skills())
        .extracting(Skill::id)
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(taxonomy.occupations())
        .extracting(Occupation::id)
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void every_parent_exists() {
    assertThat(taxonomy.skills())
        .flatExtracting(Skill::parents)
        .allMatch(parent -> taxonomy.find(parent).isPresent());
  }

  @Test
  void soft_skills_are_kinds_of_soft_skills_only() {
    assertThat(taxonomy.skills())
        .filteredOn(skill -> skill.kind() == Skill.Kind.SOFT)
        .flatExtracting(Skill::parents)
        .allMatch(parent -> taxonomy.find(parent).orElseThrow().kind() == Skill.Kind.SOFT);
  }

  @Test
  void every_occupation_has_titles_duties_skills_a_field_and_neighbours() {
    assertThat(taxonomy.occupations())
        .allSatisfy(occupation -> {
          assertThat(occupation.titles()).isNotEmpty();
          assertThat(occupation.duties()).isNotEmpty();
          assertThat(occupation.skills()).isNotEmpty();
          assertThat(occupation.field()).isNotBlank();
          assertThat(occupation.skills()).allMatch(skill -> taxonomy.find(skill).isPresent());
          assertThat(occupation.near()).allMatch(near -> taxonomy.findOccupation(near).isPresent());
        });
  }

  @Test
  void words_of_every_text_are_no_skills() {
    var trivial =
        "work worked experience experiences team project projects support company management"
            + " responsible development business skills ability knowledge good new working years"
            + " customer customers service services staff training trained daily process system"
            + " systems environment office people time quality arbeit erfahrung kunden und mit"
            + " travail expérience equipe trabajo";

    for (String word : Alias.items(trivial, ' ')) {
      assertThat(taxonomy.mentions("I " + word + " here")).as(word).isEmpty();
    }
  }

  @Test
  void every_canonical_name_that_needs_no_context_is_found_by_itself() {
    var names =
        read("skills/").stream()
            .flatMap(text -> SkillFile.read("data", text).stream())
            .filter(entry -> entry.name().rule().equals(Rule.NONE))
            .toList();

    assertThat(names).hasSizeGreaterThan(2000);
    assertThat(names)
        .allSatisfy(entry ->
            assertThat(taxonomy.mentions(entry.name().text()))
                .extracting(SkillMention::skill)
                .containsExactly(entry.id()));
  }

  @Test
  void index_names_every_file() throws IOException {
    var index = Set.copyOf(Files.readAllLines(DATA.resolve("index.txt")));

    for (String folder : List.of("skills", "occupations")) {
      try (var files = Files.list(DATA.resolve(folder))) {
        assertThat(files.map(file -> folder + "/" + file.getFileName())).allMatch(index::contains);
      }
    }
  }

  @Test
  void every_file_says_how_to_read_it() {
    assertThat(read("skills/")).allMatch(text -> text.startsWith("#"));
    assertThat(read("occupations/")).allMatch(text -> text.startsWith("#"));
  }

  @Test
  void version_is_the_edition_and_a_checksum() {
    assertThat(taxonomy.version()).matches("\\d{4}\\.\\d\\d-[0-9a-f]{8}");
  }

  @Test
  void any_change_of_the_data_changes_the_version() {
    var sources = Sources.standard();

    assertThat(sources.and("@tool\nFluxometer").version()).isNotEqualTo(sources.version());
    assertThat(sources.and("@tool\nFluxometer").version())
        .isNotEqualTo(sources.and("@tool\nFluxometers").version());
  }

  private long ofKind(Skill.Kind kind) {
    return taxonomy.skills().stream().filter(skill -> skill.kind() == kind).count();
  }

  private static List<String> read(String folder) {
    return Sources.standard().files().stream()
        .filter(file -> file.name().toLowerCase(Locale.ROOT).startsWith(folder))
        .map(Sources.File::text)
        .toList();
  }
}
