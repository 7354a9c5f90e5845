/// Tells subscribers, on every node, how a screening stands and what in it changed.
@ApplicationModule(allowedDependencies = {"screening", "live", "accounts", "database"})
@NullMarked
package dev.shortlist.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
