package dev.shortlist.github;

import java.util.Optional;

/// Answers of GitHub about one account, so that what did not change is not sent again.
interface Remembered {

  /// What was answered before.
  ///
  /// @param path with query, below the base URL
  Optional<Answer> find(String path);

  /// Forgets what was answered before.
  void keep(String path, Answer answer);

  /// One answer.
  ///
  /// @param etag by which GitHub knows it
  /// @param link where the next page is, empty on the last
  /// @param body JSON, as much of it as is used
  record Answer(String etag, String link, String body) {}
}
