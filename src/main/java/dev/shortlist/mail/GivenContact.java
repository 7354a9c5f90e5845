package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.ApplicationId;
import java.util.Collection;
import java.util.Map;

/// What applicants said of how to be written to; it goes before what their CVs say.
public interface GivenContact {

  /// What was said with applications; those that came in another way are left out.
  Map<ApplicationId, Contact> of(AccountId account, Collection<ApplicationId> applications);

  record Contact(String name, String email) {}
}
