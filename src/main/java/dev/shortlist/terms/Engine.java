package dev.shortlist.terms;

import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.ProfileReader;

/// What reads and matches for an account: each knows the account's terms, and the version of each
/// tells them.
public record Engine(
    ProfileReader profiles,
    JobDescriptionReader jobDescriptions,
    CardEditor cards,
    LocalMatcher matcher) {}
