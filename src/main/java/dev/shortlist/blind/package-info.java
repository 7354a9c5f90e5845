/// Which words of a CV tell who its person is, and who may see them.
@ApplicationModule(
    allowedDependencies = {
      "screening",
      "candidate",
      "text",
      "profile",
      "match",
      "accounts",
      "database"
    })
@NullMarked
package dev.shortlist.blind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
