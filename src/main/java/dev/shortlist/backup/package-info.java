/// The whole installation as one file, and back: tables in one snapshot, and the stored files.
@ApplicationModule(allowedDependencies = {"database", "storage"})
@NullMarked
package dev.shortlist.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
