/// Reads a [Profile] out of visible text: contact, work, education, skills, languages. Nothing is
/// invented.
@ApplicationModule(allowedDependencies = {"text", "skills"})
@NullMarked
package dev.shortlist.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
