package dev.shortlist.dialect.taskqueue;

/// The four states of a task; an unknown one is waiting.
sealed interface Task {
  String state();

  record Pending(String state, String status) implements Task {
    Pending() {
      this("PENDING", "Task is waiting to be processed");
    }
  }

  /// At work.
  ///
  /// @param current CVs that are through, well or not
  record InProgress(String state, int current, int total, String status) implements Task {
    InProgress(int current, int total, String file) {
      this("PROGRESS", current, total, "Processing " + file);
    }
  }

  record Success(String state, Result result) implements Task {
    Success(Result result) {
      this("SUCCESS", result);
    }
  }

  record Failure(String state, String error) implements Task {
    Failure(String error) {
      this("FAILURE", error);
    }
  }
}
