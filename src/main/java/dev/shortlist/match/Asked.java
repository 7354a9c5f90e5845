package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A job description made ready for many CVs.
///
/// @param title the post's title as it is compared
/// @param words telling words of title, duties and requirements
/// @param runs runs of words, to tell what was copied
record Asked(
    JobDescription jobDescription,
    String title,
    List<Name> names,
    Vector dutiesVector,
    AskedWords words,
    Set<Long> runs) {

  /// One of the names of the post.
  ///
  /// @param title as it is compared
  /// @param occupation id of the occupation it names, if it names one
  record Name(String title, Vector vector, Kinds kinds, @Nullable String occupation) {}

  /// In a post's title a dash starts what the work is about: `Engineer - Java`.
  private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");

  /// What the duties say of the kinds of work; the title says the rest.
  private static final double DUTIES = 0.3;

  /// Occupations whose knowledge is asked for.
  private static final int NEAREST = 5;

  static Asked of(
      JobDescription jobDescription,
      Language language,
      KindsOfWork kindsOfWork,
      FurtherTitles further,
      Taxonomy taxonomy) {
    var title = Titles.plain(DASH.matcher(jobDescription.title()).replaceAll(" "));
    var sentences = sentences(jobDescription);
    var dutiesVector = language.duties().of(String.join(" ", sentences));
    var ofDuties = kindsOfWork.of(dutiesVector);
    var names =
        titles(jobDescription.title(), title, further).stream()
            .map(name ->
                name(
                    name,
                    occupation(name, title, jobDescription, taxonomy),
                    ofDuties,
                    language,
                    kindsOfWork))
            .toList();
    var knowledge =
        kindsOfWork.knowledge(
            names.getFirst().kinds(),
            NEAREST,
            skill -> taxonomy.find(skill).map(Skill::name).orElse(skill));
    return new Asked(
        jobDescription,
        title,
        names,
        dutiesVector,
        new AskedWords(language.lexicon(), title, sentences, knowledge),
        AskedWords.runs(jobDescription.text().text()));
  }

  // `Chef de Partie / Sous Chef` looks for either.
  private static List<String> titles(String written, String plain, FurtherTitles further) {
    return Stream.concat(Stream.of(plain), further.offered(written).stream().map(Titles::plain))
        .distinct()
        .toList();
  }

  private static Name name(
      String title,
      @Nullable String occupation,
      Kinds ofDuties,
      Language language,
      KindsOfWork kindsOfWork) {
    var vector = language.titles().of(title);
    return new Name(title, vector, kindsOfWork.of(vector).with(ofDuties, DUTIES), occupation);
  }

  // The whole text was read to tell the post's occupation; its other names have their own.
  private static @Nullable String occupation(
      String name, String title, JobDescription jobDescription, Taxonomy taxonomy) {
    var read = jobDescription.occupation();
    return name.equals(title) && read != null
        ? read
        : taxonomy.occupation(name).map(Occupation::id).orElse(read);
  }

  /// Whether neither title, duties nor requirements say what the work is.
  boolean isSilent() {
    return words.size() == 0 && scored(Need.Experience.class).isEmpty();
  }

  /// The requirements that earn points, of one kind of need.
  List<Requirement> scored(Class<? extends Need> need) {
    return jobDescription.requirements().stream()
        .filter(asked -> need.isInstance(asked.need()))
        .filter(asked -> asked.importance() != Importance.GATE)
        .toList();
  }

  // Soft skills and conditions say nothing about the field of work; without duties and requirements
  // the whole text has to do.
  private static List<String> sentences(JobDescription jobDescription) {
    var sentences = new ArrayList<String>(jobDescription.duties());
    for (var asked : jobDescription.requirements()) {
      boolean telling =
          switch (asked.need()) {
            case Need.Wording _ -> true;
            case Need.Skill _, Need.Experience _ -> true;
            case Need.Degree degree -> {
              sentences.addAll(degree.fields());
              yield false;
            }
            case Need.Language _, Need.SoftSkill _, Need.Condition _ -> false;
          };
      if (telling && !sentences.contains(asked.passage().quote())) {
        sentences.add(asked.passage().quote());
      }
    }
    if (sentences.isEmpty()) {
      jobDescription.text().lines().forEach(line -> sentences.add(line.text()));
    }
    return sentences;
  }
}
