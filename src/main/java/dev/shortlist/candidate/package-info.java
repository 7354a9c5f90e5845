/// The persons an account knows, over all screenings.
@ApplicationModule(allowedDependencies = {"profile", "database", "accounts"})
@NullMarked
package dev.shortlist.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
