package dev.shortlist.jobdescription;

/// A requirements card cannot be changed in the way that was asked for; the message says why.
public final class InvalidCard extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidCard(String message) {
    super(message);
  }
}
