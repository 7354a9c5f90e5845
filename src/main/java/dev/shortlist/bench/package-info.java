/// Measures the engine on a database of its own: `shortlist bench engine`.
@ApplicationModule(allowedDependencies = {"intake", "screening", "tasks", "accounts", "database"})
@NullMarked
package dev.shortlist.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
