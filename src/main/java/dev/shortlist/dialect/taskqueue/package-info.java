/// Tasks with a state, three drawers, credits.
@NullMarked
package dev.shortlist.dialect.taskqueue;

import org.jspecify.annotations.NullMarked;
