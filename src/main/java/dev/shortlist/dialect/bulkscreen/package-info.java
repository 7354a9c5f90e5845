/// A ZIP in, polled every two seconds until it is done.
@NullMarked
package dev.shortlist.dialect.bulkscreen;

import org.jspecify.annotations.NullMarked;
