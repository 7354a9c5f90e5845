package dev.shortlist.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who sent the request that is being answered. Without sign-in that is the local owner, unless an
/// API key says otherwise.
@Component
public class CurrentUser {
  private final Accounts accounts;
  private final AccessSettings settings;

  CurrentUser(Accounts accounts, AccessSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  /// Only for code that answers a request: elsewhere nobody is calling.
  ///
  /// @throws IllegalStateException if nobody is signed in
  public Principal principal() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /// Empty on pages that are open to anybody, as the one to sign in on.
  public Optional<Principal> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Principal principal) {
      return Optional.of(principal);
    }
    return settings.signIn() ? Optional.empty() : Optional.of(local());
  }

  /// The person who is signed in; empty for programs, and where nobody signs in or nobody is
  /// calling.
  public Optional<UUID> id() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
            && authentication.getPrincipal() instanceof Principal principal
            && principal.caller() instanceof Principal.Caller.User(var id)
        ? Optional.of(id)
        : Optional.empty();
  }

  /// What the caller got in with, to ask later whether it still lets them in.
  ///
  /// @throws IllegalStateException if nobody is signed in
  public Pass pass() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getCredentials() instanceof Pass pass) {
      return pass;
    }
    throw new IllegalStateException("nobody is signed in");
  }

  Principal local() {
    return new Principal(accounts.local(), new Principal.Caller.Local(), Role.OWNER);
  }
}
