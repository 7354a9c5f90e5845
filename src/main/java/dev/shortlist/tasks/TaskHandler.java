package dev.shortlist.tasks;

/// Does one kind of task.
///
/// A task may be started more than once, after a failure or when its node died; its result is
/// written once.
public interface TaskHandler {

  /// What the kind of task is called in the database: never rename it.
  String name();

  Lane lane();

  /// Does the work, outside any transaction.
  ///
  /// @return what writes the result, run in the one transaction that also removes the task; it does
  ///   not run when another node has taken the task over meanwhile, and may throw [Outdated]
  /// @throws Transient to be tried again
  /// @throws Permanent when trying again is of no use
  /// @throws Exception to be tried again as often as the settings say
  Runnable run(TaskId task) throws Exception;

  /// Writes down that the task ends without result, in the transaction that also removes it.
  void givenUp(TaskId task, GivenUp why);
}
