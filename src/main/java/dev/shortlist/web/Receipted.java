package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.opening.Senders;
import dev.shortlist.opening.Sent;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Leads whoever looks for the reference on a receipt, in whichever list, to the application.
@Component
class Receipted {
  private final Senders senders;

  Receipted(Senders senders) {
    this.senders = senders;
  }

  /// Empty when the words are no reference the account gave.
  Optional<View> find(AccountId account, String words) {
    return senders.find(account, words).map(Sent::path).map(path -> new RedirectView(path, true));
  }
}
