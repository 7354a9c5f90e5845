/// Mails to candidates: templates by kind and language, filled for each candidate, looked at by a
/// person and sent because that person wants it. The program writes to nobody by itself but to say
/// that an application came.
@ApplicationModule(
    allowedDependencies = {
      "notify",
      "screening",
      "applicants",
      "deciding",
      "blind",
      "jobdescription",
      "profile",
      "candidate",
      "accounts",
      "database"
    })
@NullMarked
package dev.shortlist.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
