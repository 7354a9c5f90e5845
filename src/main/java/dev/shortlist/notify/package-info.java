/// Tells the world outside: e-mail, queued durably and sent after a while in which it can be taken
/// back, and webhooks, which hear of what happens as soon as it has.
@ApplicationModule(
    allowedDependencies = {
      "screening",
      "deciding",
      "retention",
      "text",
      "match",
      "candidate",
      "accounts",
      "database",
      "tasks"
    })
@NullMarked
package dev.shortlist.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
