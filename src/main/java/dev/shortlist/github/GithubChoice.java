package dev.shortlist.github;

import org.jspecify.annotations.Nullable;

/// What holds for an account.
///
/// @param chosen what the account says, absent where it leaves it to the installation
/// @param on what comes of it
/// @param ownToken whether the account has a token of its own
public record GithubChoice(@Nullable Boolean chosen, boolean on, boolean ownToken) {}
