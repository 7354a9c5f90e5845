/// Paths and fields of programs that were there before: a sub-package for each family of clients,
/// all of them translations only. What they share is here.
@ApplicationModule(
    allowedDependencies = {
      "intake",
      "screening",
      "applicants",
      "feed",
      "live",
      "text",
      "skills",
      "profile",
      "jobdescription",
      "match",
      "candidate",
      "notify",
      "tasks",
      "accounts",
      "database"
    })
@NullMarked
package dev.shortlist.dialect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
