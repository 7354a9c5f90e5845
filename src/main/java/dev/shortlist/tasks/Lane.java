package dev.shortlist.tasks;

/// A queue with workers and a table of its own, so that one kind of work does not wait for another.
public enum Lane {
  /// What keeps a core busy: reading and matching CVs.
  CPU("task_cpu", 1),
  /// What waits for a language model.
  LLM("task_llm", 3),
  /// What the system does for itself: clean-up, checks.
  SYS("task_sys", 1);

  private final String table;
  private final int suspect;

  /// @param suspect a task a node died with this often runs alone from then on. Where many run at
  ///   once and wait, they would wait for each other, and what they hold was read before without
  ///   harm.
  Lane(String table, int suspect) {
    this.table = table;
    this.suspect = suspect;
  }

  String table() {
    return table;
  }

  int suspect() {
    return suspect;
  }
}
