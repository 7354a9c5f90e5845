package dev.shortlist.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a mail to a candidate is for.
public enum MailKind {
  /// To a conversation.
  INVITE,
  /// They are not forgotten.
  HOLD,
  /// For what is missing.
  ASK,
  /// Only after a person rejected the application.
  DECLINE,
  /// Their application came; the one mail the program sends by itself.
  RECEIVED;

  /// Those a person sends.
  public static final List<MailKind> BY_HAND = List.of(INVITE, HOLD, ASK, DECLINE);

  /// What its templates may use.
  public Set<Placeholder> placeholders() {
    return this == RECEIVED
        ? EnumSet.complementOf(EnumSet.of(Placeholder.SENDER))
        : EnumSet.complementOf(EnumSet.of(Placeholder.REFERENCE));
  }

  /// As the log of mails has it: `invite`.
  public String category() {
    return name().toLowerCase(Locale.ROOT);
  }
}
