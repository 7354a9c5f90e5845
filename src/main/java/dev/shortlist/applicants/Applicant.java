package dev.shortlist.applicants;

import dev.shortlist.candidate.Candidate;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import org.jspecify.annotations.Nullable;

/// One application to a job description, in whichever screening, and whose it is.
///
/// @param candidate absent until the CV is read, and when it cannot be
/// @param profile absent until the CV is read, and when it cannot be
/// @param match absent until it is matched
public record Applicant(
    Application application,
    @Nullable Candidate candidate,
    @Nullable Profile profile,
    @Nullable Match match) {}
