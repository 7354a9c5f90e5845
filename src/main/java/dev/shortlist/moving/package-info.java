/// Takes an exported account into an empty one, as durable work that says how far it is.
@ApplicationModule(
    allowedDependencies = {"backup", "intake", "storage", "tasks", "accounts", "database"})
@NullMarked
package dev.shortlist.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
