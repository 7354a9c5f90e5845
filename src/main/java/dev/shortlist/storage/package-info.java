/// Keeps uploaded bytes by their content hash.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
