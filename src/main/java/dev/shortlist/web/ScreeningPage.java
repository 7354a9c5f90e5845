package dev.shortlist.web;

import dev.shortlist.screening.StoredJobDescription;
import org.jspecify.annotations.Nullable;

/// A screening.
///
/// @param job absent in a screening that only reads
record ScreeningPage(Live live, @Nullable StoredJobDescription job) {}
