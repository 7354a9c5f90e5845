/// A queue and its worker: uploads for a persona, jobs with a status.
@NullMarked
package dev.shortlist.dialect.persona;

import org.jspecify.annotations.NullMarked;
