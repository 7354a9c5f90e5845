package dev.shortlist.web;

import java.util.List;

/// A page of all screenings.
///
/// @param page from 1
record AllScreenings(List<StartPage.Recent> screenings, int page, boolean more, Said said) {
  static final int PLACES = 50;
}
