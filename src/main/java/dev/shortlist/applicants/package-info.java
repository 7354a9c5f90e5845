/// Who applied, and what became of it, for those who know an applicant by a number of their own.
@ApplicationModule(
    allowedDependencies = {
      "screening",
      "candidate",
      "match",
      "profile",
      "text",
      "accounts",
      "database"
    })
@NullMarked
package dev.shortlist.applicants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
