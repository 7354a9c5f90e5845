/// How long things are kept, and their deletion: by rules, or because a person asked for it.
@ApplicationModule(
    allowedDependencies = {
      "screening",
      "candidate",
      "accounts",
      "tasks",
      "storage",
      "database",
      "text"
    })
@NullMarked
package dev.shortlist.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
