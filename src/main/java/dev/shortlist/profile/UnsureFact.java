package dev.shortlist.profile;

import dev.shortlist.profile.ToldFact.Field;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Degrees;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something the local reader did not find in an entry of a CV, or is not sure of, and what may be
/// said of it by somebody else: only what the visible words of that entry bear out.
///
/// @param at which post, course or language of the profile, from 0
/// @param entry the words that may tell it
public record UnsureFact(Field field, int at, Passage entry) {
  private static final double UNSURE = 0.6;
  private static final double TOLD = 0.6;
  private static final int LONGEST_NAME = 90;
  private static final int MOST_WORDS = 12;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  /// All there are in a reading, in the order of the profile.
  public static List<UnsureFact> of(Reading reading) {
    var profile = reading.profile();
    var unsure = new ArrayList<UnsureFact>();
    for (int i = 0; i < profile.work().size(); i++) {
      var post = profile.work().get(i);
      if (isUnsure(post.title())) {
        unsure.add(new UnsureFact(Field.TITLE, i, post.whole()));
      }
      if (isUnsure(post.company())) {
        unsure.add(new UnsureFact(Field.EMPLOYER, i, post.whole()));
      }
    }
    for (int i = 0; i < profile.education().size(); i++) {
      if (profile.education().get(i).level() == null) {
        unsure.add(new UnsureFact(Field.DEGREE_LEVEL, i, profile.education().get(i).whole()));
      }
    }
    for (int i = 0; i < profile.languages().size(); i++) {
      var language = profile.languages().get(i);
      if (language.level() == null) {
        var around = fromThereToTheNextLine(reading.source().text(), language);
        unsure.add(new UnsureFact(Field.LANGUAGE_LEVEL, i, around));
      }
    }
    return unsure;
  }

  private static boolean isUnsure(@Nullable Fact<String> fact) {
    return fact == null || fact.confidence() < UNSURE;
  }

  private static Passage fromThereToTheNextLine(VisibleText text, SpokenLanguage language) {
    int start = language.language().passage().start();
    int line = text.lineAt(start);
    int last = Math.min(line + 1, text.lines().size() - 1);
    return text.passage(start, text.line(last).end());
  }

  /// The levels there are; empty for what has none.
  public List<String> levels() {
    return switch (field) {
      case TITLE, EMPLOYER -> List.of();
      case DEGREE_LEVEL -> Arrays.stream(DegreeLevel.values()).map(Enum::name).toList();
      case LANGUAGE_LEVEL -> Arrays.stream(SpokenLanguage.Level.values()).map(Enum::name).toList();
    };
  }

  /// The fact, if the words bear it out: they stand in the entry; a title or an employer is a short
  /// piece of one line without a year; and words whose level is known here say no other level.
  ///
  /// @param level one of [#levels], empty for what has none
  public Optional<ToldFact> told(String level, Passage words, Reading reading) {
    boolean isThere = words.start() >= entry.start() && words.end() <= entry.end();
    boolean isBorneOut =
        isThere
            && switch (field) {
              case TITLE -> isName(words) && !isSame(words, post(reading).company());
              case EMPLOYER -> isName(words) && !isSame(words, post(reading).title());
              case DEGREE_LEVEL -> levels().contains(level) && isDegree(words, level);
              case LANGUAGE_LEVEL -> levels().contains(level) && isLanguage(words, level, reading);
            };
    String value = levels().isEmpty() ? words.quote() : level;
    return isBorneOut ? Optional.of(new ToldFact(field, at, value, words)) : Optional.empty();
  }

  private Work post(Reading reading) {
    return reading.profile().work().get(at);
  }

  private static boolean isName(Passage words) {
    String quote = words.quote();
    return quote.length() <= LONGEST_NAME
        && quote.split("\\s+").length <= MOST_WORDS
        && !quote.contains("\n")
        && !YEAR.matcher(quote).find();
  }

  /// Title and employer cannot be the same words.
  private static boolean isSame(Passage words, @Nullable Fact<String> other) {
    return other != null
        && other.confidence() >= UNSURE
        && words.start() < other.passage().end()
        && other.passage().start() < words.end();
  }

  private static boolean isDegree(Passage words, String level) {
    return Degrees.standard().find(words.quote()).stream()
        .allMatch(known -> known.level().name().equals(level));
  }

  /// The name of a language tells no level.
  private boolean isLanguage(Passage words, String level, Reading reading) {
    var name = reading.profile().languages().get(at).language().passage();
    var known = LanguageLevels.in(words.quote());
    long more =
        words.quote().replace(name.quote(), "").codePoints().filter(Character::isLetter).count();
    return more >= 2 && (known == null || known.name().equals(level));
  }

  /// A reading with what was told, each fact resting on its words.
  public static Reading filled(Reading reading, List<ToldFact> told) {
    if (told.isEmpty()) {
      return reading;
    }
    var old = reading.profile();
    var work = new ArrayList<>(old.work());
    var education = new ArrayList<>(old.education());
    var languages = new ArrayList<>(old.languages());
    for (var one : told) {
      int at = one.at();
      switch (one.field()) {
        case TITLE -> work.set(at, with(work.get(at), work.get(at).company(), fact(one)));
        case EMPLOYER -> work.set(at, with(work.get(at), fact(one), work.get(at).title()));
        case DEGREE_LEVEL -> education.set(at, with(education.get(at), one));
        case LANGUAGE_LEVEL ->
            languages.set(
                at,
                new SpokenLanguage(
                    languages.get(at).language(), SpokenLanguage.Level.valueOf(one.value())));
      }
    }
    return new Reading(
        reading.source(),
        new Profile(
            old.contact(),
            old.headline(),
            old.summary(),
            work,
            education,
            old.skills(),
            languages,
            old.certificates(),
            old.years(),
            old.asOf(),
            old.confidence(),
            old.warnings(),
            old.version()));
  }

  private static Fact<String> fact(ToldFact told) {
    return new Fact<>(told.value(), told.words(), TOLD);
  }

  private static Work with(
      Work post, @Nullable Fact<String> company, @Nullable Fact<String> title) {
    return new Work(
        company, title, post.location(), post.period(), post.highlights(), post.whole());
  }

  private static Education with(Education course, ToldFact told) {
    var degree = course.degree();
    return new Education(
        course.institution(),
        degree == null ? new Fact<>(told.words().quote(), told.words(), TOLD) : degree,
        DegreeLevel.valueOf(told.value()),
        course.field(),
        course.period(),
        course.whole());
  }
}
