package dev.shortlist.match;

/// What the machine would advise a person to do next; the person decides.
public enum Recommendation {
  STRONG_YES("strong yes"),
  YES("yes"),
  MAYBE("maybe"),
  NO("no"),
  STRONG_NO("strong no");

  private final String label;

  Recommendation(String label) {
    this.label = label;
  }

  /// What people call it, in English.
  public String label() {
    return label;
  }
}
