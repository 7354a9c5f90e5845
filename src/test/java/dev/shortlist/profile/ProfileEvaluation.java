package dev.shortlist.profile;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Limits;
import dev.shortlist.text.TextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes the profile of every file of a folder in the shape the scorer of CV parsing reads.
///
/// Arguments: folder of CVs, folder for the answers.
final class ProfileEvaluation {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProfileEvaluation() {}

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /// Reads all files in `cvs` and writes `ID.json` for each to `out`.
  static void write(Path cvs, Path out) throws IOException {
    var reader = new LocalProfileReader(Taxonomy.standard());
    Files.createDirectories(out);
    for (var entry : extractions(cvs).entrySet()) {
      write(reader.read(entry.getValue(), TODAY), out.resolve(entry.getKey() + ".json"));
      lines(entry.getValue(), out.resolve(entry.getKey() + ".lines"));
    }
  }

  /// The readable files of `cvs` by name without extension.
  static Map<String, Extraction.Text> extractions(Path cvs) throws IOException {
    var texts = new TreeMap<String, Extraction.Text>();
    try (var files = Files.list(cvs);
        var extractor = new TextExtractor(Limits.standard(), 2)) {
      for (var file : files.sorted().toList()) {
        if (extractor.extract(file, file.getFileName().toString())
            instanceof Extraction.Text text) {
          texts.put(id(file), text);
        }
      }
    }
    return texts;
  }

  private static void lines(Extraction.Text source, Path file) throws IOException {
    var lines = new StringBuilder();
    lines.append(source.dated()).append(' ').append(source.links()).append('\n');
    for (var line : source.text().lines()) {
      var box = line.box();
      lines.append(
          "%d %3d %5.1f%s %4.0f-%4.0f y%4.0f | %s%n"
              .formatted(
                  line.page(),
                  line.block(),
                  line.size(),
                  line.bold() ? "b" : " ",
                  box == null ? 0 : box.x(),
                  box == null ? 0 : box.x() + box.width(),
                  box == null ? 0 : box.y(),
                  line.text()));
    }
    Files.writeString(file, lines);
  }

  static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  static void write(Profile profile, Path file) throws IOException {
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(profile)));
  }

  private static Map<String, Object> of(Profile profile) {
    var answer = new LinkedHashMap<String, Object>();
    var contact = profile.contact();
    answer.put("name", value(contact.name()));
    answer.put("email", contact.emails().stream().map(Fact::value).toList());
    answer.put("phone", contact.phones().stream().map(Fact::value).toList());
    answer.put("links", contact.links());
    answer.put("skills", skills(profile));
    answer.put("employers", profile.work().stream().map(ProfileEvaluation::of).toList());
    answer.put("education", profile.education().stream().map(ProfileEvaluation::of).toList());
    answer.put("years_experience", profile.work().isEmpty() ? null : profile.years());
    answer.put("as_of", profile.asOf().toString());
    answer.put("headline", value(profile.headline()));
    answer.put("location", value(contact.location()));
    answer.put(
        "languages",
        profile.languages().stream().map(l -> l.language().value() + " " + l.level()).toList());
    answer.put("certificates", profile.certificates().stream().map(Fact::value).toList());
    answer.put("warnings", profile.warnings().stream().map(Warning::toString).toList());
    answer.put("name_sure", sure(contact.name()));
    answer.put("confidence", profile.confidence());
    return answer;
  }

  /// The listed skills as written; without a list, all.
  private static List<String> skills(Profile profile) {
    var listed = new LinkedHashSet<String>();
    var all = new LinkedHashSet<String>();
    for (var skill : profile.skills()) {
      for (var mention : skill.mentions()) {
        String quote = Text.single(mention.passage().quote());
        all.add(quote);
        if (mention.place() == SkillUse.Place.LISTED) {
          listed.add(quote);
        }
      }
    }
    return new ArrayList<>(listed.isEmpty() ? all : listed);
  }

  private static Map<String, Object> of(Work work) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("company", value(work.company()));
    answer.put("title", value(work.title()));
    answer.put("location", value(work.location()));
    answer.put("company_sure", sure(work.company()));
    answer.put("title_sure", sure(work.title()));
    var period = work.period() == null ? null : work.period().value();
    if (period != null) {
      answer.put("start", period.start() == null ? null : period.start().toString());
      answer.put(
          "end",
          period.current() ? "present" : period.end() == null ? null : period.end().toString());
    }
    return answer;
  }

  private static Map<String, Object> of(Education education) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("institution", value(education.institution()));
    answer.put("degree", degree(education));
    answer.put("level", education.level());
    answer.put("institution_sure", sure(education.institution()));
    answer.put("period", education.period() == null ? null : education.period().value().toString());
    return answer;
  }

  private static @Nullable String degree(Education education) {
    var degree = value(education.degree());
    var field = value(education.field());
    return degree == null || field == null || degree.contains(field)
        ? degree
        : degree + ", " + field;
  }

  private static double sure(@Nullable Fact<String> fact) {
    return fact == null ? 0 : fact.confidence();
  }

  private static @Nullable String value(@Nullable Fact<String> fact) {
    return fact == null ? null : fact.value();
  }
}
