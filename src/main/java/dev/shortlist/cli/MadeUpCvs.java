package dev.shortlist.cli;

import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// CVs and job descriptions of nobody, put together from the taxonomy: all kinds of work, about as
/// long as real ones, and as many different titles. The same number gives the same text.
final class MadeUpCvs {
  private static final int THIS_YEAR = 2026;
  private static final List<String> FIRST =
      List.of("Alma", "Bruno", "Carla", "Dario", "Edda", "Falk", "Gesa", "Henri", "Ilka", "Jori");
  private static final List<String> LAST =
      List.of("Abel", "Birk", "Casal", "Dorn", "Engel", "Farn", "Gries", "Holm", "Imker", "Jahn");
  private static final List<String> PLACES =
      List.of("Northford", "Eastbury", "Southmere", "Westhaven", "Lakeside", "Hillbrook");
  private static final List<String> LEVELS = List.of("", "", "", "Senior ", "Junior ", "Lead ");

  private final Taxonomy taxonomy;
  private final List<Occupation> occupations;

  MadeUpCvs(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.occupations = taxonomy.occupations();
  }

  /// A CV as a text file would give it.
  Extraction.Text cv(int number) {
    var random = new SplittableRandom(number);
    var text = VisibleText.of(cv(random));
    return new Extraction.Text(FileType.TEXT, 1, text, List.of(), null, List.of());
  }

  /// The text of a job description.
  String jobDescription(int number) {
    var random = new SplittableRandom(-1L - number);
    var occupation = pick(occupations, random);
    var text = new StringBuilder(title(occupation, random)).append("\n\nYour tasks\n");
    for (int i = 0; i < 6; i++) {
      text.append("- ").append(duty(i < 4 ? occupation : near(occupation, random), random));
    }
    text.append("\nRequirements\n");
    text.append(
        "- %d years of experience as %s\n".formatted(1 + random.nextInt(6), occupation.name()));
    for (int i = 0; i < 6; i++) {
      text.append("- Good knowledge of %s\n".formatted(skill(occupation, random)));
    }
    text.append("- Bachelor's degree or equivalent\n- Teamwork and good communication\n");
    return text.append("- Nice to have: %s\n".formatted(skill(occupation, random))).toString();
  }

  private String cv(SplittableRandom random) {
    var name = pick(FIRST, random) + " " + pick(LAST, random);
    var occupation = pick(occupations, random);
    var text = new StringBuilder(name).append('\n').append(title(occupation, random)).append('\n');
    text.append("%s | %s@example.com\n".formatted(pick(PLACES, random), name.replace(' ', '.')));
    text.append("\nWork experience\n");
    int until = THIS_YEAR;
    for (int post = 2 + random.nextInt(3); post > 0; post--) {
      int from = until - 1 - random.nextInt(4);
      post(occupation, from, until, random, text);
      until = from;
      occupation = random.nextInt(3) == 0 ? near(occupation, random) : occupation;
    }
    text.append(
        "\nEducation\nBachelor of Science, Northford University, %d - %d\n"
            .formatted(until - 3, until));
    text.append("\nSkills\n").append(String.join(", ", skills(occupation, random)));
    return text.append("\n\nLanguages\nEnglish (fluent), German (basic)\n").toString();
  }

  private void post(
      Occupation occupation, int from, int until, SplittableRandom random, StringBuilder text) {
    text.append(
        "\n%s\n%s Works, %s\n"
            .formatted(title(occupation, random), pick(LAST, random), pick(PLACES, random)));
    text.append("03/%d - 02/%d\n".formatted(from, until));
    for (int i = 0; i < 5; i++) {
      text.append("- ").append(duty(occupation, random));
    }
    text.append(
        "- Worked with %s and %s every day\n"
            .formatted(skill(occupation, random), skill(occupation, random)));
  }

  private String title(Occupation occupation, SplittableRandom random) {
    var titles = new ArrayList<>(occupation.titles());
    titles.add(occupation.name());
    var title = pick(LEVELS, random) + pick(titles, random);
    return random.nextInt(3) == 0 ? title + ", " + skill(occupation, random) : title;
  }

  private static String duty(Occupation occupation, SplittableRandom random) {
    return "%s; about %d each month, with reports to the head of the department\n"
        .formatted(pick(occupation.duties(), random), 2 + random.nextInt(90));
  }

  private Occupation near(Occupation occupation, SplittableRandom random) {
    return occupation.near().isEmpty()
        ? occupation
        : taxonomy.findOccupation(pick(occupation.near(), random)).orElse(occupation);
  }

  private List<String> skills(Occupation occupation, SplittableRandom random) {
    var skills = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      skills.add(skill(occupation, random));
    }
    return skills.stream().distinct().toList();
  }

  private String skill(Occupation occupation, SplittableRandom random) {
    var skill = pick(occupation.skills(), random);
    return taxonomy.find(skill).map(Skill::name).orElse(skill);
  }

  private static <T> T pick(List<T> things, SplittableRandom random) {
    return things.get(random.nextInt(things.size()));
  }
}
