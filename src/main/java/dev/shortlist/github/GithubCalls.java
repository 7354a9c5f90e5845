package dev.shortlist.github;

import java.time.Instant;

/// What GitHub said last of the calls it allows to a token.
///
/// @param left in this hour
/// @param all in an hour, 0 where it did not say
/// @param again when all are allowed again
/// @param at when it said so
public record GithubCalls(long left, long all, Instant again, Instant at) {}
