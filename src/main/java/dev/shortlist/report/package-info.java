/// Writes rankings and explanations as a table, CSV, JSON and self-contained HTML.
@ApplicationModule(
    allowedDependencies = {"text", "skills", "profile", "jobdescription", "match", "translation"})
@NullMarked
package dev.shortlist.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
