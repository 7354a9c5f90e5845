/// A server's first day, played once when the program is built, so that Java keeps what a server
/// loads for its work; nothing of this runs later.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
