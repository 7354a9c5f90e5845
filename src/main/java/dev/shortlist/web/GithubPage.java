package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.github.GithubCalls;
import dev.shortlist.github.GithubChoice;
import org.jspecify.annotations.Nullable;

/// Whether GitHub is looked up for the account.
///
/// @param address where GitHub is asked
/// @param calls what it said last of the calls it allows, absent before it was asked
record GithubPage(
    Principal principal,
    GithubChoice choice,
    String address,
    @Nullable GithubCalls calls,
    Said said) {

  /// What the account says, as it stands in the field.
  String chosen() {
    var chosen = choice.chosen();
    return chosen == null ? "" : chosen.toString();
  }
}
