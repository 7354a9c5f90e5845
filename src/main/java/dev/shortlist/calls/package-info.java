/// Calls of language models: when one may be made by the limits all nodes share.
@ApplicationModule(allowedDependencies = {"ai", "database"})
@NullMarked
package dev.shortlist.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
