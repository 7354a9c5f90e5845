package dev.shortlist.web;

import org.springframework.http.ResponseEntity;

/// The answer to a form: the page to look at next, so that reloading it sends nothing again.
final class Back {
  private Back() {}

  /// @param path a page of ours
  static ResponseEntity<Void> to(String path) {
    return ResponseEntity.status(303).header("Location", path).build();
  }
}
