package dev.shortlist.github;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether GitHub answers an account, and how many calls it allows.
@Component
public class GithubTrial {
  private final GithubChoices choices;
  private final Github github;
  private final GithubSettings settings;
  private final Audit audit;

  GithubTrial(GithubChoices choices, Github github, GithubSettings settings, Audit audit) {
    this.choices = choices;
    this.github = github;
    this.settings = settings;
    this.audit = audit;
  }

  /// Where GitHub is asked: the operator says so, and no account anything else.
  public URI address() {
    return settings.baseUrl();
  }

  /// What GitHub said last to this node of the account's calls.
  public Optional<GithubCalls> calls(AccountId account) {
    return github.calls(choices.token(account));
  }

  /// Asks GitHub once, for which it counts no call.
  ///
  /// @return why it is of no use, empty when it answers
  public Optional<Skipped> run(AccountId account) {
    audit.note(account, "github.tried", "account/" + account, "");
    return github.tryOut(choices.token(account));
  }
}
