/// Reads weighted [Requirement]s out of a job description, each with the sentence it stands in.
@ApplicationModule(allowedDependencies = {"text", "skills"})
@NullMarked
package dev.shortlist.jobdescription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
