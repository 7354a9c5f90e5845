package dev.shortlist.web;

import dev.shortlist.screening.Screening;

/// Asks whether a screening is to be deleted.
///
/// @param cvs that are in it
record DeletionPage(Screening screening, int cvs) {}
