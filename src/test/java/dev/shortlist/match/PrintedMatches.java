package dev.shortlist.match;

import java.io.IOException;

/// Prints what a person sees of the invented CVs for the jobs named as arguments, to be read with a
/// recruiter's eyes.
final class PrintedMatches {
  private PrintedMatches() {}

  public static void main(String[] args) throws IOException {
    for (String job : args) {
      var asked = JudgedOrderTest.job(job);
      System.out.printf("== %s: %s, %s%n", job, asked.title(), asked.occupation());
      for (var cv : JudgedOrderTest.cvs(job).entrySet()) {
        var match = JudgedOrderTest.MATCHER.match(cv.getValue(), asked, Weights.STANDARD);
        System.out.printf("%n-- %s: %.1f%n", cv.getKey(), match.total());
        print(match);
      }
    }
    JudgedOrderTest.close();
  }

  static void print(Match match) {
    System.out.println(match.reasoning());
    match
        .dimensions()
        .forEach(dimension -> {
          System.out.printf("  %s %.0f%n", dimension.dimension().label(), dimension.points());
          dimension
              .parts()
              .forEach(part ->
                  System.out.printf(
                      "    %5.1f of %5.1f  %s: %s%n",
                      part.points(), part.outOf(), part.label(), part.reason()));
        });
    match.strengths().forEach(line -> System.out.println("  + " + line));
    match.gaps().forEach(gap -> System.out.println("  - " + gap.label() + ": " + gap.found()));
    match
        .gates()
        .forEach(gate -> System.out.println("  gate " + gate.label() + ": " + gate.answer()));
    match.questions().forEach(line -> System.out.println("  ? " + line));
    match.flags().forEach(flag -> System.out.println("  ! " + flag.detail()));
  }
}
