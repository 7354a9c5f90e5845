/// Has language models judge CVs that the local engine has ranked: which model an account uses,
/// which CVs it reads and when, what that may cost, and what its answers change.
@ApplicationModule(
    allowedDependencies = {
      "ai",
      "calls",
      "text",
      "profile",
      "jobdescription",
      "match",
      "database",
      "tasks",
      "accounts",
      "screening"
    })
@NullMarked
package dev.shortlist.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
