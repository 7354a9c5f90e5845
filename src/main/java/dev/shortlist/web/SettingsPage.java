package dev.shortlist.web;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.User;
import org.jspecify.annotations.Nullable;

/// One's own settings.
///
/// @param signIn whether people sign in here at all
/// @param user absent for whoever is let in without sign-in, and for programs
/// @param proposed a secret for an app to make codes from
record SettingsPage(
    Principal principal,
    boolean signIn,
    @Nullable User user,
    String proposed,
    Balance balance,
    String done,
    String trouble) {

  /// As apps take it.
  String address() {
    String name = user == null ? "" : user.email();
    return "otpauth://totp/Shortlist:%s?secret=%s&issuer=Shortlist".formatted(name, proposed);
  }
}
