/// The words an account adds to the taxonomy, and the engine that knows them.
@ApplicationModule(
    allowedDependencies = {"skills", "profile", "jobdescription", "match", "database", "accounts"})
@NullMarked
package dev.shortlist.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
