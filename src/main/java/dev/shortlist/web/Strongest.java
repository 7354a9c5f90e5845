package dev.shortlist.web;

import dev.shortlist.match.Evidence;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.profile.Profile;
import dev.shortlist.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passage of a CV that speaks most for the person: the account of work whose words earned most
/// points, or else the words that did.
///
/// @param label what was asked for and is shown there
record Strongest(String label, String quote, int page) {
  private static final int LABELS = 3;

  /// Words that earned points for something the job description asks for.
  private record Earned(Part part, Evidence evidence, double points) {
    boolean isWithin(Passage passage) {
      var words = evidence.passage();
      return words.start() >= passage.start() && words.end() <= passage.end();
    }
  }

  /// With the quote as it may be seen.
  Strongest seen(UnaryOperator<String> words) {
    return new Strongest(label, words.apply(quote), page);
  }

  static Optional<Strongest> of(Profile profile, Match match) {
    var earned = earned(match);
    return accounts(profile)
        .filter(account -> worth(account, earned) > 0)
        .max(Comparator.comparingDouble(account -> worth(account, earned)))
        .map(account -> new Strongest(labels(account, earned), account.quote(), account.page()))
        .or(() -> words(earned));
  }

  private static Optional<Strongest> words(List<Earned> earned) {
    return earned.stream()
        .max(Comparator.comparingDouble(Earned::points))
        .map(one -> {
          var passage = one.evidence().passage();
          return new Strongest(Texts.core(one.part().label()), passage.quote(), passage.page());
        });
  }

  private static Stream<Passage> accounts(Profile profile) {
    return Stream.concat(
        profile.work().stream().flatMap(work -> work.highlights().stream()),
        Stream.ofNullable(profile.summary()));
  }

  private static List<Earned> earned(Match match) {
    var earned = new ArrayList<Earned>();
    for (var score : match.dimensions()) {
      int weight = match.weights().of(score.dimension());
      for (var part : score.parts()) {
        if (part.requirement() != null && weight > 0) {
          for (var evidence : part.evidence()) {
            earned.add(new Earned(part, evidence, part.points() * weight * evidence.share()));
          }
        }
      }
    }
    return earned;
  }

  /// A part counts once, however often the passage names what it asks for.
  private static double worth(Passage account, List<Earned> earned) {
    return earned.stream()
        .filter(one -> one.isWithin(account))
        .collect(
            Collectors.toMap(one -> one.part().label(), Earned::points, (a, b) -> Math.max(a, b)))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static String labels(Passage account, List<Earned> earned) {
    return earned.stream()
        .filter(one -> one.isWithin(account))
        .sorted(Comparator.comparingDouble(Earned::points).reversed())
        .map(one -> Texts.core(one.part().label()))
        .distinct()
        .limit(LABELS)
        .collect(Collectors.joining(", "));
  }
}
