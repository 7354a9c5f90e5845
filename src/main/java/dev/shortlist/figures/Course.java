package dev.shortlist.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a screening went on over time: CVs that came, and CVs that are through, at [#STEPS] moments
/// as far from each other as the next.
///
/// @param since when its first CV came
/// @param until when its last CV came or was through; now, while something is left to do
/// @param came how many CVs had come at the end of each step
/// @param ranked how many of them were ranked, or read where nothing is asked
/// @param review how many of them could not be read, or failed
/// @param pauses times in which it was paused, oldest first
public record Course(
    Instant since,
    Instant until,
    List<Integer> came,
    List<Integer> ranked,
    List<Integer> review,
    List<Pause> pauses) {
  public static final int STEPS = 120;

  /// A time in which no CV was begun, as a person or the program paused it.
  public record Pause(Instant from, Instant to) {}

  public Course {
    came = List.copyOf(came);
    ranked = List.copyOf(ranked);
    review = List.copyOf(review);
    pauses = List.copyOf(pauses);
  }

  /// How many CVs came.
  public int total() {
    return came.getLast();
  }

  /// How many are through.
  public int finished() {
    return finished(STEPS - 1);
  }

  /// How many were through at the end of a step, from 0.
  public int finished(int step) {
    return ranked.get(step) + review.get(step);
  }

  public Duration length() {
    return Duration.between(since, until);
  }

  /// How much of the whole a moment lies after its beginning, 0 to 1.
  public double share(Instant moment) {
    double whole = Math.max(1, length().toNanos());
    return Math.clamp(Duration.between(since, moment).toNanos() / whole, 0, 1);
  }

  /// How long it took until that many were through; nothing while fewer are.
  public Optional<Duration> after(int cvs) {
    for (int step = 0; step < STEPS; step++) {
      if (finished(step) >= cvs) {
        return Optional.of(length().multipliedBy(step + 1L).dividedBy(STEPS));
      }
    }
    return Optional.empty();
  }

  /// How long it was paused in all.
  public Duration paused() {
    return pauses.stream()
        .map(pause -> Duration.between(pause.from(), pause.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
