/// Batches of CVs, their stages, and a WebSocket.
@NullMarked
package dev.shortlist.dialect.cvbatch;

import org.jspecify.annotations.NullMarked;
