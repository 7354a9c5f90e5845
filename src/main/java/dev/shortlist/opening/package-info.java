/// Pages on which people apply to a job description themselves: opened and closed by a recruiter,
/// open to everybody who has the address, and safe from programs without asking people for more
/// than their application.
@ApplicationModule(
    allowedDependencies = {
      "intake",
      "mail",
      "notify",
      "screening",
      "retention",
      "jobdescription",
      "tasks",
      "text",
      "accounts",
      "database"
    })
@NullMarked
package dev.shortlist.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
