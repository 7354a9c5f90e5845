/// Tells people outside: e-mail, queued durably and sent after a while in which it can be taken
/// back.
@ApplicationModule(allowedDependencies = {"accounts", "database", "tasks"})
@NullMarked
package dev.shortlist.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
