/// Runs many CVs against one job description, from upload to ranking, as durable work.
@ApplicationModule(
    allowedDependencies = {
      "text",
      "profile",
      "jobdescription",
      "match",
      "storage",
      "database",
      "tasks",
      "accounts",
      "terms",
      "candidate"
    })
@NullMarked
package dev.shortlist.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
