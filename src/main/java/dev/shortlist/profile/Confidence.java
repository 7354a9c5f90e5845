package dev.shortlist.profile;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How sure a reading is as a whole: the weighted mean of its parts, a missing part counting 0.
///
/// Name 0.25, a way to reach the person 0.15, work 0.30 (mean of company, title and period of each
/// post), education 0.15, skills 0.15 (full from five skills on).
final class Confidence {
  private static final int ENOUGH_SKILLS = 5;

  private Confidence() {}

  static double of(
      Contact contact, List<Work> work, List<Education> education, List<SkillUse> skills) {
    double reach = Math.max(highest(contact.emails()), highest(contact.phones()));
    double posts = mean(work.stream().mapToDouble(Confidence::of));
    double courses = mean(education.stream().mapToDouble(Confidence::of));
    double named = Math.min(1.0, (double) skills.size() / ENOUGH_SKILLS);
    double sum =
        0.25 * of(contact.name()) + 0.15 * reach + 0.3 * posts + 0.15 * courses + 0.15 * named;
    return Math.round(sum * 100) / 100.0;
  }

  private static double of(Work work) {
    return (of(work.company()) + of(work.title()) + of(work.period())) / 3;
  }

  private static double of(Education education) {
    return (of(education.institution()) + of(education.degree())) / 2;
  }

  private static double of(@Nullable Fact<?> fact) {
    return fact == null ? 0 : fact.confidence();
  }

  private static double highest(List<Fact<String>> facts) {
    return facts.stream().mapToDouble(Fact::confidence).max().orElse(0);
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(0);
  }
}
