package dev.shortlist.screening;

import dev.shortlist.jobdescription.JobDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job description an account keeps.
///
/// @param number small number of the job description within its account, from 1
/// @param reference what the caller calls it, unique within its account
public record StoredJobDescription(
    JobDescriptionId id,
    int number,
    @Nullable String reference,
    JobDescription content,
    Instant createdAt) {}
