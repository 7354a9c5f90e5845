package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the confidence of a fact promises, on CVs put together from invented parts in many shapes.
class ConfidenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());
  private static final int CVS = 300;
  private static final double CLEAR = 0.8;

  private static final List<String> POSTS =
      List.of("Data Analyst", "Senior Nurse", "Site Manager", "Warehouse Clerk", "Chef de Partie");
  private static final List<String> PLAIN =
      List.of("Cobalt", "Marrow & Finch", "Tidewater", "Quillmark", "Ostrava Nine");
  private static final List<String> FORMED =
      List.of("Cobalt Ltd", "Finch GmbH", "Tidewater Bank", "Quillmark Inc.", "Hill Hospital");
  private static final List<String> BESIDE =
      List.of("Night Shift", "Remote", "Special Projects", "Team of nine", "Platform Group");

  /// How often organisations told clearly and less clearly were wrong.
  private static final class Bands {
    private final int[] all = new int[2];
    private final int[] wrong = new int[2];

    void add(@Nullable Fact<String> company, String truth) {
      if (company != null) {
        int band = company.confidence() >= CLEAR ? 1 : 0;
        all[band]++;
        wrong[band] += company.value().equals(truth) ? 0 : 1;
      }
    }

    double share(int band) {
      return (double) wrong[band] / Math.max(1, all[band]);
    }
  }

  @Test
  void an_organisation_told_less_clearly_is_wrong_more_often() {
    var random = new Random(7);
    var bands = new Bands();
    for (int i = 0; i < CVS; i++) {
      var organisation = random.nextBoolean() ? of(FORMED, random) : of(PLAIN, random);
      var work = read(cv(organisation, random)).work();
      bands.add(work.isEmpty() ? null : work.getFirst().company(), organisation);
    }

    assertThat(bands.all[0]).isGreaterThan(50);
    assertThat(bands.all[1]).isGreaterThan(50);
    assertThat(bands.share(1)).isLessThan(0.05);
    assertThat(bands.share(0)).isGreaterThan(2 * bands.share(1));
  }

  @Test
  void a_name_in_large_letters_that_the_address_repeats_is_surer_than_a_line_that_may_be_one() {
    var sure = new Page().line(40, 22, true, "Mira Holt").plain("mira.holt@example.com");
    var maybe = new Page().plain("Spring Fair").plain("m.h@example.com").plain("Mira Holt");

    assertThat(name(sure)).isGreaterThan(0.9);
    assertThat(name(maybe)).isLessThan(name(sure) - 0.2);
  }

  private static double name(Page page) {
    var name =
        READER
            .read(
                page.heading("Experience").head("Weaver, Mill Ltd").dates("2019 – 2021").read(),
                TODAY)
            .contact()
            .name();
    return name == null ? 0 : name.confidence();
  }

  private static String cv(String organisation, Random random) {
    var post = of(POSTS, random);
    var beside = random.nextInt(3) == 0 ? of(BESIDE, random) : "";
    var head =
        switch (random.nextInt(4)) {
          case 0 -> post + ", " + organisation + "\n" + beside + "\n2019 - 2021";
          case 1 -> organisation + "\n" + beside + "\n" + post + "\n2019 - 2021";
          case 2 -> beside + "\n" + organisation + " | " + post + " | 2019 - 2021";
          default -> "2019 - 2021\n" + post + "\n" + beside + "\n" + organisation;
        };
    return "Mira Holt\nmira.holt@example.com\n\nExperience\n"
        + head.replaceAll("\\n+", "\n").strip()
        + "\n- Rebuilt the tide tables of a port, and told others how it is done\n\nEducation\n"
        + "BSc Physics, Example University, 2015\n";
  }

  private static String of(List<String> parts, Random random) {
    return parts.get(random.nextInt(parts.size()));
  }

  private static Profile read(String text) {
    var visible = VisibleText.of(text);
    return READER.read(
        new Extraction.Text(FileType.TEXT, 1, visible, List.of(), null, List.of()), TODAY);
  }
}
