package dev.shortlist.github;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Erased;
import dev.shortlist.database.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What GitHub said of a person goes with the last CV that names the account.
@Component
class GithubEraser implements Eraser {
  private final GithubPeople people;

  GithubEraser(GithubPeople people) {
    this.people = people;
  }

  @Override
  public void erase(UUID account, Erased erased) {
    people.forgetUnnamed(new AccountId(account)); // the applications are gone by now
  }
}
