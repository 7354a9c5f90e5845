package dev.shortlist.mail;

/// A template cannot be kept. The message is for a person: what is wrong, and what to do.
public final class TemplateRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  TemplateRefused(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
