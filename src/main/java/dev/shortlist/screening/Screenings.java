package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The screenings of an account.
@Component
public class Screenings {

  /// A screening without CVs.
  ///
  /// @param title absent for the job description's title
  /// @param jobDescription absent to read the CVs only
  /// @param reference what the caller calls it, absent for nothing
  /// @throws ReferenceTaken if the account has a screening with this reference
  public Screening create(
      AccountId account,
      @Nullable String title,
      @Nullable JobDescriptionId jobDescription,
      @Nullable String reference) {
    throw new UnsupportedOperationException();
  }

  /// Finds a screening by its id, else by its number, else by its reference.
  public Optional<Screening> find(AccountId account, String key) {
    throw new UnsupportedOperationException();
  }

  /// Finds a screening by its id.
  public Optional<Screening> find(AccountId account, ScreeningId id) {
    throw new UnsupportedOperationException();
  }

  /// The newest `limit` screenings, newest first.
  public List<Screening> list(AccountId account, int limit) {
    throw new UnsupportedOperationException();
  }

  /// How far a screening is.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such screening
  public Progress progress(AccountId account, ScreeningId id) {
    throw new UnsupportedOperationException();
  }
}
