package dev.shortlist.accounts;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// The accounts of this installation.
@Component
public class Accounts {
  private static final AccountId LOCAL =
      new AccountId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

  /// The one account of an installation without sign-in; every database has it.
  public AccountId local() {
    return LOCAL;
  }
}
