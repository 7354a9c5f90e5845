package dev.shortlist.tasks;

/// A queue with workers and a table of its own, so that one kind of work does not wait for another.
public enum Lane {
  /// What keeps a core busy: reading and matching CVs.
  CPU("task_cpu"),
  /// What waits for a language model.
  LLM("task_llm"),
  /// What the system does for itself: clean-up, checks.
  SYS("task_sys");

  private final String table;

  Lane(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
