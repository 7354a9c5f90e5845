package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The job descriptions of an account.
@Component
public class JobDescriptions {

  /// Reads the requirements out of `text` and keeps both.
  ///
  /// @param title absent to take it from the text
  /// @param reference what the caller calls it, absent for nothing
  /// @throws ReferenceTaken if the account has a job description with this reference
  public StoredJobDescription create(
      AccountId account, @Nullable String title, String text, @Nullable String reference) {
    throw new UnsupportedOperationException();
  }

  /// Finds a job description by its id, else by its number, else by its reference.
  public Optional<StoredJobDescription> find(AccountId account, String key) {
    throw new UnsupportedOperationException();
  }

  /// Finds a job description by its id.
  public Optional<StoredJobDescription> find(AccountId account, JobDescriptionId id) {
    throw new UnsupportedOperationException();
  }

  /// All of them, newest first.
  public List<StoredJobDescription> list(AccountId account) {
    throw new UnsupportedOperationException();
  }
}
