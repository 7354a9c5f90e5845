package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes CVs into a screening.
@Component
public class Intake {

  /// Takes files, and those inside ZIPs, into the screening: all of them or, if this throws, none.
  ///
  /// The files may be deleted afterwards.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such screening
  /// @throws ScreeningClosed if it was cancelled
  public Receipt add(AccountId account, ScreeningId screening, List<Upload> uploads) {
    throw new UnsupportedOperationException();
  }

  /// Every file the screening ever received, in the order received.
  public List<Received> received(AccountId account, ScreeningId screening) {
    throw new UnsupportedOperationException();
  }
}
