package dev.shortlist.profile;

/// A correction that the CV does not bear out, or that makes no sense. The message is for a person.
public final class CorrectionRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CorrectionRefused(String message) {
    super(message);
  }
}
