/// Shortlist turns a pile of CVs and a job description into a ranked, explained shortlist.
@NullMarked
package dev.shortlist;

import org.jspecify.annotations.NullMarked;
