package dev.shortlist.accounts;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where people sign in but nobody can yet, whoever starts the server is shown a link to become the
/// first owner.
@Component
class FirstOwner {
  private final AccessSettings settings;
  private final Accounts accounts;
  private final Users users;
  private final Links links;
  private final Addresses addresses;

  FirstOwner(
      AccessSettings settings, Accounts accounts, Users users, Links links, Addresses addresses) {
    this.settings = settings;
    this.accounts = accounts;
    this.users = users;
    this.links = links;
    this.addresses = addresses;
  }

  @EventListener
  void greet(ApplicationReadyEvent event) {
    if (!settings.signIn() || !users.list(accounts.local()).isEmpty()) {
      return;
    }
    if (event.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      var secret = links.createFirst(accounts.local());
      System.out.printf(
          "Nobody can sign in yet. Become the owner within %d days at%n  %s%n",
          Links.LIFE.toDays(), addresses.welcome(secret, context.getWebServer().getPort()));
    }
  }
}
