package dev.shortlist.jobdescription;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A job description as text for people: what golden files hold, and what `main` prints for the
/// files and folders it is given.
final class PrintedCard {
  private PrintedCard() {}

  static String of(JobDescription read) {
    var out = new StringBuilder();
    line(out, "title       %s".formatted(read.title()));
    line(out, "seniority   %s".formatted(read.seniority()));
    line(out, "occupation  %s".formatted(read.occupation()));
    line(out, "");
    for (var one : read.requirements()) {
      line(
          out,
          "%-4s%-10s%5.3f  %-10s %s"
              .formatted(one.id(), one.importance(), one.weight(), kind(one.need()), one.label()));
      line(out, "      %s".formatted(detail(one.need())));
      line(out, "      \"%s\"".formatted(one.passage().quote().replace('\n', ' ')));
    }
    line(out, "");
    read.duties().forEach(duty -> line(out, "duty  %s".formatted(duty)));
    line(out, "");
    for (var concern : read.concerns()) {
      line(
          out,
          "%s \"%s\" %s"
              .formatted(
                  concern.kind(), concern.passage().quote().replace('\n', ' '), concern.advice()));
    }
    return out.toString();
  }

  private static String kind(Need need) {
    return need.getClass().getSimpleName();
  }

  private static String detail(Need need) {
    return switch (need) {
      case Need.Skill skill -> "%s years=%d".formatted(skill.anyOf(), skill.years());
      case Need.Experience work -> "years=%d field=%s".formatted(work.years(), work.field());
      case Need.Degree degree ->
          "%s %s orEquivalent=%s".formatted(degree.level(), degree.fields(), degree.orEquivalent());
      case Need.Language language -> "%s level=%s".formatted(language.language(), language.level());
      case Need.SoftSkill soft -> soft.skill();
      case Need.Condition condition -> "%s %s".formatted(condition.kind(), condition.asked());
      case Need.Wording wording -> wording.asked();
    };
  }

  private static void line(StringBuilder out, String line) {
    out.append(line.stripTrailing()).append('\n');
  }

  public static void main(String[] paths) throws IOException {
    var reader = new JobDescriptionReader(Taxonomy.standard());
    for (String path : paths) {
      try (var files = Files.walk(Path.of(path))) {
        for (var file :
            files
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".txt"))
                .sorted()
                .toList()) {
          System.out.printf(
              "%n=== %s%n%s",
              file.getFileName(), of(reader.read(null, VisibleText.of(Files.readString(file)))));
        }
      }
    }
  }
}
