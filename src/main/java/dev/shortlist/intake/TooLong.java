package dev.shortlist.intake;

import org.jspecify.annotations.Nullable;

/// A name or a short text has more characters than it may: it would fill lists and pages. Nothing
/// was kept of it.
public final class TooLong extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Characters of a title, a reference, a label, or whatever else is read in one line.
  public static final int LINE = 200;

  /// Characters of what is said in sentences, such as the reason for a decision.
  public static final int SENTENCES = 2000;

  private final String field;

  private TooLong(String field, int length, int most) {
    super("%s has %d characters and may have %d: shorten it".formatted(field, length, most));
    this.field = field;
  }

  /// Lets `text` pass if it is short enough.
  ///
  /// @param field what the caller knows the text as
  /// @throws TooLong if `text` has more than `most` characters
  public static void unless(String field, @Nullable String text, int most) {
    int length = text == null ? 0 : text.codePointCount(0, text.length());
    if (length > most) {
      throw new TooLong(field, length, most);
    }
  }

  /// What the caller knows the text as.
  public String field() {
    return field;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
