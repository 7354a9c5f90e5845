package dev.shortlist.web;

import dev.shortlist.mail.Letterhead;
import dev.shortlist.opening.Opening;

/// What stands where applications are no longer taken.
record NoEntryPage(Opening opening, Letterhead letterhead) {}
