/// REST API v1.
@ApplicationModule(
    allowedDependencies = {
      "backup",
      "moving",
      "blind",
      "intake",
      "screening",
      "figures",
      "deciding",
      "feed",
      "retention",
      "live",
      "pool",
      "github",
      "text",
      "skills",
      "profile",
      "jobdescription",
      "match",
      "report",
      "translation",
      "accounts",
      "database",
      "terms",
      "notify",
      "mail",
      "candidate",
      "tasks",
      "opening",
      "judging",
      "ai",
      "calls"
    })
@NullMarked
package dev.shortlist.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
