/// The sample CVs: who they are about and how they are made.
@NullMarked
package dev.shortlist.samples;

import org.jspecify.annotations.NullMarked;
