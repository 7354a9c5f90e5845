package dev.shortlist.judging;

import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Standings.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which CVs of a ranking a model should read, the most useful first: those whose points are
/// nearest to the cut, as there a reading changes most likely who is on the shortlist.
final class Selection {
  /// A model that is stricter than the local engine moves the cut down; this many times the
  /// shortlist is where that ends.
  private static final int WIDEST = 3;

  /// Points from the cut within which a CV is read again.
  static final double CLOSE = 3;

  static final int MOST_AGAIN = 10;

  private final List<Place> ranking;
  private final ModelSetup setup;

  /// @param ranking best first
  Selection(List<Place> ranking, ModelSetup setup) {
    this.ranking = ranking;
    this.setup = setup;
  }

  /// Those a model has not been asked about yet.
  List<Place> next() {
    return switch (setup.cascade()) {
      case OFF -> List.of();
      case BAND -> first(inBand(), Math.max(0, widest() - asked()));
      case ALL -> first(IntStream.range(0, ranking.size()), ranking.size());
    };
  }

  /// Those close to the cut that are to be read once more.
  List<Place> again() {
    if (setup.cascade() == Cascade.OFF || ranking.size() <= setup.shortlist()) {
      return List.of(); // everybody is on the shortlist
    }
    double cut = middle();
    long done = ranking.stream().filter(place -> place.readings() > 1).count();
    return ranking.stream()
        .filter(place -> place.state() == Judged.State.JUDGED)
        .filter(place -> place.readings() < setup.readings())
        .filter(place -> Math.abs(place.total() - cut) <= CLOSE)
        .filter(place -> done < MOST_AGAIN || place.readings() > 1)
        .sorted(Comparator.comparingDouble(place -> Math.abs(place.total() - cut)))
        .limit(MOST_AGAIN)
        .toList();
  }

  private IntStream inBand() {
    double floor = cut() - setup.band();
    return IntStream.range(0, ranking.size())
        .filter(i -> i < setup.shortlist() || ranking.get(i).total() >= floor)
        .limit(widest());
  }

  private List<Place> first(IntStream places, int most) {
    double cut = middle();
    return places
        .mapToObj(ranking::get)
        .filter(place -> place.state() == null)
        .sorted(Comparator.comparingDouble(place -> Math.abs(place.total() - cut)))
        .limit(most)
        .toList();
  }

  private int asked() {
    return (int) ranking.stream().filter(place -> place.state() != null).count();
  }

  private int widest() {
    return WIDEST * setup.shortlist();
  }

  /// Points of the last one on the shortlist.
  private double cut() {
    return ranking.isEmpty()
        ? 0
        : ranking.get(Math.min(setup.shortlist(), ranking.size()) - 1).total();
  }

  /// Points between the last one on the shortlist and the first one below.
  private double middle() {
    return ranking.size() <= setup.shortlist()
        ? cut()
        : (cut() + ranking.get(setup.shortlist()).total()) / 2;
  }
}
