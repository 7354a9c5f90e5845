package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The applications of an account.
@Component
public class Applications {

  /// A page of the ranking, best first; empty in a screening without job description.
  ///
  /// @param offset number of places to leave out
  public List<RankedApplication> ranking(
      AccountId account, ScreeningId screening, int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  /// The review tray: the applications that need review or failed, in the order received.
  public List<Application> review(AccountId account, ScreeningId screening) {
    throw new UnsupportedOperationException();
  }

  /// A page of all applications in the order received.
  ///
  /// @param after last application of the page before, absent for the first page
  public List<Application> list(
      AccountId account, ScreeningId screening, @Nullable ApplicationId after, int limit) {
    throw new UnsupportedOperationException();
  }

  /// Everything known about one application.
  public Optional<ApplicationDetail> find(AccountId account, ApplicationId id) {
    throw new UnsupportedOperationException();
  }
}
