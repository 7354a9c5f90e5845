/// Vacancies by number, many files, statistics.
@NullMarked
package dev.shortlist.dialect.analyzer;

import org.jspecify.annotations.NullMarked;
