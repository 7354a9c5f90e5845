package dev.shortlist.screening;

import org.jspecify.annotations.Nullable;

/// How far the reading by a language model is.
///
/// @param waiting CVs a model is to read
/// @param judged CVs where what a model showed counts
/// @param local CVs whose local score stands although a model was to read them
/// @param halted why the program paused the screening and what to do, absent when it did not
public record ModelProgress(int waiting, int judged, int local, @Nullable String halted) {
  static final ModelProgress NONE = new ModelProgress(0, 0, 0, null);
}
