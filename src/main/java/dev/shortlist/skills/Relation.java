package dev.shortlist.skills;

/// How a skill that was found stands to one that was asked for.
///
/// @param kind best relation there is
/// @param strength share of the asked skill that the found one shows, 0 to 1
public record Relation(Kind kind, double strength) {
  public static final Relation NONE = new Relation(Kind.NONE, 0);

  public Relation {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength must be in [0, 1] but is " + strength);
    }
  }

  public enum Kind {
    SAME,
    /// The found skill is a kind of the asked one: PostgreSQL where SQL is asked.
    NARROWER,
    /// The asked skill is a kind of the found one: SQL where PostgreSQL is asked.
    BROADER,
    /// Neither, but who knows one is near the other: MySQL where PostgreSQL is asked.
    RELATED,
    NONE
  }
}
