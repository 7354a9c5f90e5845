package dev.shortlist.match;

/// What each dimension weighs in the score, against the sum of all.
public record Weights(
    int technicalSkills, int experience, int education, int softSkills, int culture) {
  /// 40, 30, 15, 15 and 0.
  public static final Weights STANDARD = new Weights(40, 30, 15, 15, 0);

  public Weights {
    if (Math.min(
            Math.min(technicalSkills, experience),
            Math.min(education, Math.min(softSkills, culture)))
        < 0) {
      throw new IllegalArgumentException("weights must not be negative");
    }
    if (technicalSkills + experience + education + softSkills + culture == 0) {
      throw new IllegalArgumentException("at least one weight must be above 0");
    }
  }

  public int of(Dimension dimension) {
    return switch (dimension) {
      case TECHNICAL_SKILLS -> technicalSkills;
      case EXPERIENCE -> experience;
      case EDUCATION -> education;
      case SOFT_SKILLS -> softSkills;
      case CULTURE -> culture;
    };
  }
}
