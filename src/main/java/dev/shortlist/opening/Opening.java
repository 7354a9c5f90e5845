package dev.shortlist.opening;

import dev.shortlist.accounts.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The page on which people apply to a job description.
///
/// @param job number of the job description
/// @param reference in the page's address, and known to nobody who was not told
/// @param title what everybody may read
/// @param text what everybody may read
/// @param wordedFor revision of the job description for which title and text were written; 0 when
///   they are those of the job description, whatever its revision
/// @param lastDay on which it takes applications, absent for no end
/// @param closedAt since when it takes none, absent while it does
public record Opening(
    AccountId account,
    int job,
    String reference,
    String title,
    String text,
    int wordedFor,
    @Nullable LocalDate lastDay,
    @Nullable Instant closedAt) {

  /// Whether it takes applications on `today`.
  public boolean takes(LocalDate today) {
    return closedAt == null && (lastDay == null || !today.isAfter(lastDay));
  }

  Opening saying(String title, String text) {
    return new Opening(account, job, reference, title, text, wordedFor, lastDay, closedAt);
  }

  /// Where it is: `/apply/REFERENCE`.
  public String path() {
    return "/apply/" + reference;
  }
}
