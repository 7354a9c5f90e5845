package dev.shortlist.profile;

import dev.shortlist.profile.SkillUse.Mention;
import dev.shortlist.profile.SkillUse.Place;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A profile with what a person corrected. What is said of the CV still rests on its words: a value
/// keeps the passage it was read from, and a skill has to stand in the text.
final class Corrected {
  private final VisibleText text;
  private final Taxonomy taxonomy;
  private @Nullable Fact<String> name;
  private final List<Work> work;
  private final List<SkillUse> skills;

  private Corrected(Reading original, Taxonomy taxonomy) {
    this.text = original.source().text();
    this.taxonomy = taxonomy;
    this.name = original.profile().contact().name();
    this.work = new ArrayList<>(original.profile().work());
    this.skills = new ArrayList<>(original.profile().skills());
  }

  /// @throws CorrectionRefused if the CV does not bear a correction out
  static Reading of(Reading original, List<Correction> corrections, Taxonomy taxonomy) {
    var corrected = new Corrected(original, taxonomy);
    corrections.forEach(corrected::apply);
    return new Reading(original.source(), corrected.profile(original.profile()));
  }

  private void apply(Correction correction) {
    switch (correction) {
      case Correction.Name(var value) -> name = new Fact<>(said(value), place(name), 1);
      case Correction.Title(var post, var value) -> {
        var held = post(post);
        var title =
            new Fact<>(
                said(value), held.title() == null ? held.whole() : held.title().passage(), 1);
        work.set(post, with(held, held.company(), title, held.period()));
      }
      case Correction.Company(var post, var value) -> {
        var held = post(post);
        var company =
            new Fact<>(
                said(value), held.company() == null ? held.whole() : held.company().passage(), 1);
        work.set(post, with(held, company, held.title(), held.period()));
      }
      case Correction.Dates(var post, var start, var end) -> {
        var held = post(post);
        if (end != null && end.isBefore(start)) {
          throw new CorrectionRefused(
              "The post ends in %s before it starts in %s.".formatted(end, start));
        }
        var period = new Period(start, end, end == null, false);
        var dates =
            new Fact<>(period, held.period() == null ? held.whole() : held.period().passage(), 1);
        work.set(post, with(held, held.company(), held.title(), dates));
      }
      case Correction.SkillAdded(var words) -> add(said(words));
      case Correction.SkillRemoved(var skill) -> skills.removeIf(use -> use.skill().equals(skill));
    }
  }

  private static Work with(
      Work held,
      @Nullable Fact<String> company,
      @Nullable Fact<String> title,
      @Nullable Fact<Period> period) {
    return new Work(company, title, held.location(), period, held.highlights(), held.whole());
  }

  private static String said(String value) {
    String said = value.strip();
    if (said.isEmpty() || said.length() > 200) {
      throw new CorrectionRefused("A correction has 1 to 200 letters.");
    }
    return said;
  }

  private Passage place(@Nullable Fact<String> fact) {
    return fact == null ? text.line(0) : fact.passage();
  }

  private Work post(int number) {
    if (number < 0 || number >= work.size()) {
      throw new CorrectionRefused(
          "There is no post number %d in the profile.".formatted(number + 1));
    }
    return work.get(number);
  }

  private void add(String words) {
    var known = taxonomy.named(words);
    var places = new ArrayList<Passage>();
    var literal =
        Pattern.compile(
            "(?<![\\p{L}\\d])" + Pattern.quote(words) + "(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    literal
        .matcher(text.text())
        .results()
        .forEach(found -> places.add(text.passage(found.start(), found.end())));
    known.ifPresent(skill ->
        taxonomy.mentions(text.text()).stream()
            .filter(mention -> mention.skill().equals(skill.id()))
            .map(mention -> text.passage(mention.start(), mention.end()))
            .filter(place -> places.stream().noneMatch(other -> other.start() == place.start()))
            .forEach(places::add));
    if (places.isEmpty()) {
      throw new CorrectionRefused(
          "“%s” does not stand in the visible text of the CV, so it cannot earn points. Write a note instead."
              .formatted(words));
    }
    String id = known.map(skill -> skill.id()).orElse(words.toLowerCase(Locale.ROOT));
    skills.removeIf(use -> use.skill().equals(id));
    skills.add(
        new SkillUse(
            id,
            known.map(skill -> skill.name()).orElse(words),
            known.isPresent(),
            places.stream().map(place -> new Mention(place, placeOf(place))).toList(),
            0,
            null));
  }

  private Place placeOf(Passage passage) {
    return work.stream().anyMatch(post -> isIn(passage, post.whole())) ? Place.WORK : Place.OTHER;
  }

  private Profile profile(Profile original) {
    var contact = original.contact();
    var now = YearMonth.from(original.asOf());
    var periods =
        work.stream().map(Work::period).filter(Objects::nonNull).map(Fact::value).toList();
    return new Profile(
        new Contact(name, contact.emails(), contact.phones(), contact.links(), contact.location()),
        original.headline(),
        original.summary(),
        work,
        original.education(),
        skills.stream().map(use -> dated(use, now)).toList(),
        original.languages(),
        original.certificates(),
        Experience.years(periods, now),
        original.asOf(),
        original.confidence(),
        original.warnings(),
        original.version());
  }

  /// Years of a skill follow the dates of the posts that name it.
  private SkillUse dated(SkillUse use, YearMonth now) {
    var periods =
        work.stream()
            .filter(post ->
                use.mentions().stream().anyMatch(mention -> isIn(mention.passage(), post.whole())))
            .map(Work::period)
            .filter(Objects::nonNull)
            .map(Fact::value)
            .toList();
    return new SkillUse(
        use.skill(),
        use.name(),
        use.known(),
        use.mentions(),
        Experience.years(periods, now),
        SkillsReader.last(periods));
  }

  private static boolean isIn(Passage passage, Passage whole) {
    return passage.start() >= whole.start() && passage.end() <= whole.end();
  }
}
