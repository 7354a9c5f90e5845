/// The pages a recruiter sees.
@ApplicationModule(
    allowedDependencies = {
      "intake",
      "moving",
      "blind",
      "screening",
      "figures",
      "deciding",
      "retention",
      "pool",
      "github",
      "text",
      "skills",
      "profile",
      "jobdescription",
      "match",
      "report",
      "translation",
      "notify",
      "mail",
      "opening",
      "ai",
      "judging",
      "calls",
      "tasks",
      "accounts",
      "candidate",
      "database"
    })
@NullMarked
package dev.shortlist.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
