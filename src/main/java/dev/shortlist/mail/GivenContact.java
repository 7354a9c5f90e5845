package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.ApplicationId;
import java.util.Optional;

/// What an applicant said of how to be written to; it goes before what the CV says.
public interface GivenContact {

  /// What was said with the application.
  ///
  /// @return empty when the application came in another way
  Optional<Contact> of(AccountId account, ApplicationId application);

  record Contact(String name, String email) {}
}
