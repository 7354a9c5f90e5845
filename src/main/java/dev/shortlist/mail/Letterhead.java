package dev.shortlist.mail;

/// Who writes to candidates: on mails and on pages to apply on.
///
/// @param organisation empty while it is not set
/// @param contact where answers go, and who wants to know or delete something writes; empty while
///   it is not set
public record Letterhead(String organisation, String contact) {

  /// Whether candidates can be told who writes and where to answer.
  public boolean isComplete() {
    return !organisation.isEmpty() && !contact.isEmpty();
  }
}
