package dev.shortlist.web;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Addresses;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.opening.Opening;
import dev.shortlist.opening.OpeningRefused;
import dev.shortlist.opening.Openings;
import dev.shortlist.screening.StoredJobDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The page to apply on, as the page of its job description shows it.
///
/// @param opening absent when there never was one
/// @param open whether people can apply now
/// @param address where it is, as others reach it; empty when there is none
/// @param local whether only this machine can open it
/// @param lettered whether the account has said who asks for applications
/// @param refused why it was not opened just now, absent when it was not tried
record OpeningView(
    StoredJobDescription job,
    @Nullable Opening opening,
    boolean open,
    String address,
    boolean local,
    boolean lettered,
    OpeningRefused.@Nullable Why refused) {

  /// Whether it has words of its own, and the job description was revised since.
  boolean isOutdated() {
    return opening != null && opening.wordedFor() > 0 && opening.wordedFor() < job.revision();
  }

  String title() {
    return opening == null ? job.content().title() : opening.title();
  }

  String text() {
    return opening == null ? job.content().text().text() : opening.text();
  }

  String lastDay() {
    return opening == null || opening.lastDay() == null ? "" : opening.lastDay().toString();
  }

  /// Makes them.
  @Component
  static class Maker {
    private final Openings openings;
    private final Letterheads letterheads;
    private final Addresses addresses;
    private final AccessSettings access;

    Maker(Openings openings, Letterheads letterheads, Addresses addresses, AccessSettings access) {
      this.openings = openings;
      this.letterheads = letterheads;
      this.addresses = addresses;
      this.access = access;
    }

    OpeningView of(
        AccountId account, StoredJobDescription job, OpeningRefused.@Nullable Why refused) {
      var opening = openings.of(account, job.number()).orElse(null);
      return new OpeningView(
          job,
          opening,
          opening != null && openings.isOpen(opening),
          opening == null ? "" : addresses.of(opening.path()),
          !access.signIn(),
          letterheads.get(account).isComplete(),
          refused);
    }
  }
}
