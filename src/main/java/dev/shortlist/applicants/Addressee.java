package dev.shortlist.applicants;

import dev.shortlist.candidate.Candidate;
import dev.shortlist.profile.Contact;
import dev.shortlist.screening.Application;
import org.jspecify.annotations.Nullable;

/// One application as far as its person is to be written to.
///
/// @param candidate absent until the CV is read, and when it cannot be
/// @param contact as the CV says, absent until it is read, and when it cannot be
public record Addressee(
    Application application, @Nullable Candidate candidate, @Nullable Contact contact) {}
