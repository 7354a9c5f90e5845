package dev.shortlist.match;

/// An axis of the score.
public enum Dimension {
  TECHNICAL_SKILLS("Technical skills"),
  EXPERIENCE("Experience"),
  EDUCATION("Education"),
  SOFT_SKILLS("Soft skills"),
  /// Shown and quoted; weighs 0 unless a person gives it weight.
  CULTURE("Culture indicators");

  private final String label;

  Dimension(String label) {
    this.label = label;
  }

  /// What people call it, in English.
  public String label() {
    return label;
  }
}
