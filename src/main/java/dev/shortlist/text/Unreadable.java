package dev.shortlist.text;

import java.io.IOException;

/// Thrown by a reader that finds out why the file has no readable text.
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1;
  private final Reason reason;
  private final String detail;

  Unreadable(Reason reason, String detail) {
    super(reason.meaning());
    this.reason = reason;
    this.detail = detail;
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
