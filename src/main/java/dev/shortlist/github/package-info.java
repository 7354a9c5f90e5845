/// Looks up, where it is switched on, what persons have published under the GitHub account their CV
/// names: languages, own work, how recent. It is shown beside the CV and counts for nothing.
@ApplicationModule(
    allowedDependencies = {
      "screening",
      "jobdescription",
      "skills",
      "accounts",
      "database",
      "tasks"
    })
@NullMarked
package dev.shortlist.github;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
