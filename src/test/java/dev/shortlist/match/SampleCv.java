package dev.shortlist.match;

import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.profile.Work;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A CV made for one test: the text says exactly what the profile holds.
final class SampleCv {
  private final StringBuilder plain = new StringBuilder();
  private final List<Function<VisibleText, Object>> facts = new ArrayList<>();
  private final Map<String, List<Named>> skills = new LinkedHashMap<>();
  private final Taxonomy taxonomy;
  private double years;

  private SampleCv(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  static SampleCv aCv(Taxonomy taxonomy) {
    return new SampleCv(taxonomy);
  }

  SampleCv named(String name) {
    return fact(name, text -> new Name(text));
  }

  SampleCv living(String place) {
    return fact(place, text -> new Place(text));
  }

  SampleCv calling(String headline) {
    return fact(headline, text -> new Headline(text));
  }

  /// A line that is in the text and in nobody's profile.
  SampleCv saying(String line) {
    plain.append(line).append('\n');
    return this;
  }

  SampleCv working(String title, int from, int to, String... highlights) {
    int start = plain.length();
    plain.append(title).append('\n');
    for (String highlight : highlights) {
      plain.append(highlight).append('\n');
    }
    int end = plain.length() - 1;
    years += to - from;
    mention(start, end, SkillUse.Place.WORK);
    var period =
        new Period(YearMonth.of(from, 1), YearMonth.of(to, 1).minusMonths(1), false, false);
    facts.add(text -> {
      var whole = text.passage(start, end);
      var name = text.passage(start, start + title.length());
      var told = new ArrayList<Passage>();
      int at = start + title.length() + 1;
      for (String highlight : highlights) {
        told.add(text.passage(at, at + highlight.length()));
        at += highlight.length() + 1;
      }
      return new Work(
          null, new Fact<>(title, name, 1), null, new Fact<>(period, whole, 1), told, whole);
    });
    return this;
  }

  SampleCv studying(DegreeLevel level, String field) {
    int start = plain.length();
    plain.append("Degree: ").append(field).append('\n');
    int end = plain.length() - 1;
    facts.add(text -> {
      var whole = text.passage(start, end);
      return new Education(
          null,
          new Fact<>(whole.quote(), whole, 1),
          level,
          new Fact<>(field, text.passage(end - field.length(), end), 1),
          null,
          whole);
    });
    return this;
  }

  /// A degree of which nothing but the name is told.
  SampleCv holding(DegreeLevel level, String name) {
    int start = plain.length();
    plain.append(name).append('\n');
    int end = plain.length() - 1;
    facts.add(text -> {
      var whole = text.passage(start, end);
      return new Education(null, new Fact<>(name, whole, 1), level, null, null, whole);
    });
    return this;
  }

  SampleCv listing(String... names) {
    int start = plain.length();
    plain.append("Skills: ").append(String.join(", ", names)).append('\n');
    mention(start, plain.length() - 1, SkillUse.Place.LISTED);
    return this;
  }

  SampleCv speaking(String language, SpokenLanguage.Level level) {
    int start = plain.length();
    plain.append(language).append('\n');
    facts.add(text ->
        new SpokenLanguage(
            new Fact<>(language, text.passage(start, start + language.length()), 1), level));
    return this;
  }

  Reading read() {
    var text = VisibleText.of(plain.toString());
    var made = facts.stream().map(fact -> fact.apply(text)).toList();
    var name = one(made, Name.class);
    var place = one(made, Place.class);
    var headline = one(made, Headline.class);
    var contact =
        new Contact(
            name == null ? null : fact(name.passage()),
            List.of(),
            List.of(),
            List.of(),
            place == null ? null : fact(place.passage()));
    var profile =
        new Profile(
            contact,
            headline == null ? null : fact(headline.passage()),
            null,
            all(made, Work.class),
            all(made, Education.class),
            uses(text),
            all(made, SpokenLanguage.class),
            List.of(),
            years,
            LocalDate.of(2026, 1, 1),
            1,
            List.of(),
            "sample");
    return new Reading(
        new Extraction.Text(FileType.TEXT, 1, text, List.of(), null, List.of()), profile);
  }

  private record Named(int start, int end, SkillUse.Place place) {}

  private record Name(Passage passage) {}

  private record Place(Passage passage) {}

  private record Headline(Passage passage) {}

  private SampleCv fact(String words, Function<Passage, Object> fact) {
    int start = plain.length();
    plain.append(words).append('\n');
    facts.add(text -> fact.apply(text.passage(start, start + words.length())));
    return this;
  }

  private static Fact<String> fact(Passage passage) {
    return new Fact<>(passage.quote(), passage, 1);
  }

  private void mention(int start, int end, SkillUse.Place place) {
    for (var mention : taxonomy.mentions(plain.substring(start, end))) {
      skills
          .computeIfAbsent(mention.skill(), _ -> new ArrayList<>())
          .add(new Named(start + mention.start(), start + mention.end(), place));
    }
  }

  private List<SkillUse> uses(VisibleText text) {
    var uses = new ArrayList<SkillUse>();
    skills.forEach((skill, places) ->
        uses.add(
            new SkillUse(
                skill,
                taxonomy.find(skill).orElseThrow().name(),
                true,
                places.stream()
                    .map(named ->
                        new SkillUse.Mention(
                            text.passage(named.start(), named.end()), named.place()))
                    .toList(),
                0,
                null)));
    return uses;
  }

  private static <T> @Nullable T one(List<Object> made, Class<T> type) {
    return all(made, type).stream().findFirst().orElse(null);
  }

  private static <T> List<T> all(List<Object> made, Class<T> type) {
    return made.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
