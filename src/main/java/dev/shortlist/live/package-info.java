/// Tells subscribers what changes, on threads of their own and never more often than they need.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
