package dev.shortlist.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Taxonomy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How near the work behind a job title is to the work a job description offers, 0 to 1.
///
/// The language model's view, and where the taxonomy sees the two occupations nearer, the mean of
/// both. Half of the model's view is how like the kinds of work are ([KindsOfWork]), half the
/// meaning: 0.6 x the cosine of the titles and 0.4 x the cosine of the title with the duties, each
/// stretched from where unrelated titles lie to where equal ones do.
final class Nearness {
  /// Word pieces read of a title, and of the duties: titles are short, and the duties are one
  /// phrase made of the first sentences.
  static final int TITLE_PIECES = 16;

  static final int DUTY_PIECES = 192;

  private static final double TITLE_UNRELATED = 0.55;
  private static final double TITLE_EQUAL = 0.95;
  private static final double DUTIES_UNRELATED = 0.45;
  private static final double DUTIES_EQUAL = 0.75;

  /// The titles' share of the model's view; the rest is the duties'.
  private static final double TITLES = 0.6;

  /// Occupations of one field alone are the least the taxonomy can say; the model knows better.
  private static final double SAME_FIELD = 0.15;

  /// The taxonomy's part where it sees the work nearer than the model does: an occupation is told
  /// by a few words of a title, and may be told wrongly.
  private static final double OCCUPATION = 0.5;

  /// The share of the kinds of work; the rest is the view of title and duties.
  private static final double KINDS = 0.5;

  private final Taxonomy taxonomy;
  private final FurtherTitles further;
  private final Vectors titles;
  private final KindsOfWork kindsOfWork;
  private final Cache<String, Known> known;
  private final Cache<String, Meaning> meanings;

  /// @param capacity titles whose reading is kept, so that it is done once
  Nearness(
      Taxonomy taxonomy,
      FurtherTitles further,
      Vectors titles,
      KindsOfWork kindsOfWork,
      int capacity) {
    this.taxonomy = taxonomy;
    this.further = further;
    this.titles = titles;
    this.kindsOfWork = kindsOfWork;
    this.known = Caffeine.newBuilder().maximumSize(capacity).build();
    this.meanings = Caffeine.newBuilder().maximumSize(capacity).build();
  }

  /// What a title says to every job description.
  ///
  /// @param occupation id of the occupation it names, if it names one
  /// @param further other names of work it holds
  private record Known(
      String plain, Meaning meaning, @Nullable String occupation, List<String> further) {}

  /// What a title means, however senior and wherever.
  private record Meaning(Vector vector, Kinds kinds) {}

  /// How near `title` as a CV writes it is to what is asked: of several in one, the nearest.
  double of(String title, Asked asked) {
    if (title.isBlank()) {
      return 0;
    }
    var told = known(title);
    double near = near(told, asked);
    for (String name : told.further()) {
      near = Math.max(near, near(known(name), asked));
    }
    return near;
  }

  private double near(Known told, Asked asked) {
    double near = 0;
    for (var name : asked.names()) {
      near = Math.max(near, near(told, name, asked));
    }
    return near;
  }

  private double near(Known told, Asked.Name name, Asked asked) {
    if (told.plain().equals(name.title())) {
      return 1;
    }
    var vector = told.meaning().vector();
    double byTitle = stretched(name.vector().cosine(vector), TITLE_UNRELATED, TITLE_EQUAL);
    double byDuties =
        stretched(asked.dutiesVector().cosine(vector), DUTIES_UNRELATED, DUTIES_EQUAL);
    double byMeaning = TITLES * byTitle + (1 - TITLES) * byDuties;
    double byKinds = told.meaning().kinds().likeness(name.kinds());
    double byModel = KINDS * byKinds + (1 - KINDS) * byMeaning;
    double byOccupation = byOccupation(told, name);
    return Math.max(byModel, OCCUPATION * byOccupation + (1 - OCCUPATION) * byModel);
  }

  /// The phrases that stand for `titles` when they are compared.
  List<String> phrases(List<String> titles) {
    return titles.stream()
        .flatMap(title -> Stream.concat(Stream.of(title), further.held(title).stream()))
        .filter(title -> !title.isBlank())
        .map(Titles::plain)
        .toList();
  }

  private Known known(String title) {
    var before = known.getIfPresent(title);
    if (before != null) {
      return before;
    }
    var plain = Titles.plain(title);
    var occupation = taxonomy.occupation(title).map(Occupation::id).orElse(null);
    var made = new Known(plain, meaning(plain), occupation, further.held(title));
    known.put(title, made);
    return made;
  }

  private Meaning meaning(String plain) {
    var before = meanings.getIfPresent(plain);
    if (before != null) {
      return before;
    }
    var vector = titles.of(plain);
    var made = new Meaning(vector, kindsOfWork.of(vector));
    meanings.put(plain, made);
    return made;
  }

  private double byOccupation(Known told, Asked.Name asked) {
    var wanted = asked.occupation();
    if (wanted == null || told.occupation() == null) {
      return 0;
    }
    double near = taxonomy.occupationNearness(wanted, told.occupation());
    return near <= SAME_FIELD ? 0 : near;
  }

  private static double stretched(double cosine, double unrelated, double equal) {
    return Math.clamp((cosine - unrelated) / (equal - unrelated), 0, 1);
  }
}
