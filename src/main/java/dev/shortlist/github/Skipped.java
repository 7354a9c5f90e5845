package dev.shortlist.github;

/// Why nothing is known of a GitHub account. The CV and its score stay what they are.
public enum Skipped {
  UNKNOWN_USER("there is no such account on GitHub"),
  NOT_A_PERSON("the account belongs to an organisation"),
  QUOTA("GitHub allows no more calls at present; a token allows more"),
  NOT_REACHED("GitHub could not be reached"),
  TOKEN_REFUSED("GitHub did not accept the token; set another one"),
  REFUSED("GitHub refused to answer"),
  SWITCHED_OFF("looking up GitHub was switched off meanwhile");

  private final String meaning;

  Skipped(String meaning) {
    this.meaning = meaning;
  }

  /// For people, as half a sentence.
  public String meaning() {
    return meaning;
  }

  /// Whether GitHub itself said so, so that asking again soon is of no use.
  boolean isAnswer() {
    return this == UNKNOWN_USER || this == NOT_A_PERSON;
  }
}
