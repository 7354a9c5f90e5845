/// All people whose CVs an account keeps: looked through, and ranked for a job description from
/// what was read of them before.
@ApplicationModule(
    allowedDependencies = {
      "screening",
      "retention",
      "live",
      "terms",
      "candidate",
      "tasks",
      "accounts",
      "database",
      "profile",
      "jobdescription",
      "match"
    })
@NullMarked
package dev.shortlist.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
