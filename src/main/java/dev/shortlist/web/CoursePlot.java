package dev.shortlist.web;

import dev.shortlist.figures.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The course of a screening as a drawing, in a box of [#WIDTH] by [#HEIGHT]: what came as a line,
/// what is through as an area below it, and pauses as bands.
record CoursePlot(Course course) {
  static final int WIDTH = Course.STEPS * 4;
  static final int HEIGHT = 100;
  private static final Duration SECONDS_MATTER = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);

  /// A time in which nothing was begun, left to right.
  record Band(double x, double width) {}

  List<Band> pauses() {
    return course.pauses().stream()
        .map(pause -> {
          double from = WIDTH * course.share(pause.from());
          return new Band(from, Math.max(1, WIDTH * course.share(pause.to()) - from));
        })
        .toList();
  }

  /// The line of what had come.
  String came() {
    return steps(course.came()::get, "M0,%s".formatted(Words.length(y(0))));
  }

  /// The area of all that is through; those ranked are drawn over it.
  String finished() {
    return area(course::finished);
  }

  String ranked() {
    return area(course.ranked()::get);
  }

  private String area(IntUnaryOperator count) {
    return steps(count, "M0,%d".formatted(HEIGHT)) + "V%dZ".formatted(HEIGHT);
  }

  /// What happened within a step is drawn as evenly spread over it.
  private String steps(IntUnaryOperator count, String begin) {
    var path = new StringBuilder(begin);
    double last = -1;
    for (int step = 0; step < Course.STEPS; step++) {
      double y = y(count.applyAsInt(step));
      boolean turns = step == Course.STEPS - 1 || y != last || y(count.applyAsInt(step + 1)) != y;
      if (turns) {
        path.append("L%d,%s".formatted((step + 1) * WIDTH / Course.STEPS, Words.length(y)));
      }
      last = y;
    }
    return path.toString();
  }

  private double y(int cvs) {
    return HEIGHT - (HEIGHT - 2.0) * cvs / Math.max(1, course.total());
  }

  /// The same for those who do not see it.
  String words() {
    if (course.finished() == 0) {
      return Texts.say("screening.course.none", course.total()) + paused();
    }
    return Texts.say(
            "screening.course.words",
            course.finished(),
            course.total(),
            course.after((course.finished() + 1) / 2).map(Words::remaining).orElse(""),
            course.after(course.finished()).map(Words::remaining).orElse(""))
        + paused();
  }

  private String paused() {
    return course.pauses().isEmpty()
        ? ""
        : " " + Texts.say("screening.course.paused", Words.remaining(course.paused()));
  }

  String since() {
    return moment(course.since());
  }

  String until() {
    return moment(course.until());
  }

  private String moment(Instant moment) {
    var length = course.length();
    String pattern =
        length.compareTo(SECONDS_MATTER) < 0
            ? "HH:mm:ss"
            : length.compareTo(DAY) < 0 ? "HH:mm" : "d MMM, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, Texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(moment);
  }
}
