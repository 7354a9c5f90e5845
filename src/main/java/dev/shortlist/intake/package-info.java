/// Receives CVs: files and archives, whole or in pieces, checked, kept and written down, all of an
/// upload or nothing.
@ApplicationModule(
    allowedDependencies = {
      "text",
      "jobdescription",
      "storage",
      "database",
      "accounts",
      "candidate",
      "terms",
      "screening",
      "retention",
      "tasks"
    })
@NullMarked
package dev.shortlist.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
