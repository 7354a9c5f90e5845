/// Language models: what one is asked about CVs, how it is asked, and what its answer is worth. No
/// database and no waiting: when a call may be made is decided by who calls.
@ApplicationModule(allowedDependencies = {"text", "profile", "jobdescription", "match"})
@NullMarked
package dev.shortlist.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
