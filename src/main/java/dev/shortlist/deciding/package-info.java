/// What persons do with a ranking: their decisions, notes, and the views they keep of it.
@ApplicationModule(allowedDependencies = {"screening", "match", "accounts", "database"})
@NullMarked
package dev.shortlist.deciding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
