/// The skill taxonomy: canonical names, aliases, relations, occupations, and its version.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.skills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
