/// Turns the bytes of a CV into its visible text, line by line, with pages and boxes; says why when
/// it cannot.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
