/// Writes rankings and explanations as a table, CSV, JSON, self-contained HTML and PDF.
@ApplicationModule(
    allowedDependencies = {"text", "skills", "profile", "jobdescription", "match", "translation"})
@NullMarked
package dev.shortlist.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
