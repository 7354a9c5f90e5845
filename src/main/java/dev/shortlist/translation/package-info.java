/// What the core says, in the reader's language.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.translation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
