/// Scores a profile against a job description, with evidence for every point, and ranks the scores.
@ApplicationModule(allowedDependencies = {"text", "skills", "profile", "jobdescription"})
@NullMarked
package dev.shortlist.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
