package dev.shortlist.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/// The lanes at work on this node. They start last and stop first.
final class Lanes implements SmartLifecycle {
  private final TaskQueue queue;
  private final LaneWorkers workers;
  private final Map<Lane, List<Task<?>>> tasks;
  private final Consumer<UUID> stopper;
  private final List<Recurring> recurring;
  private final Runnable beforeStart;
  private final Map<Lane, Scheduler> running = new EnumMap<>(Lane.class);

  /// @param tasks by lane; none for a node that does no work
  /// @param stopper interrupts what is going on for a batch
  /// @param recurring work of the [Lane#SYS] lane
  Lanes(
      TaskQueue queue,
      LaneWorkers workers,
      Map<Lane, List<Task<?>>> tasks,
      Consumer<UUID> stopper,
      List<Recurring> recurring,
      Runnable beforeStart) {
    this.queue = queue;
    this.workers = workers;
    this.tasks = tasks;
    this.stopper = stopper;
    this.recurring = List.copyOf(recurring);
    this.beforeStart = beforeStart;
  }

  @Override
  public synchronized void start() {
    if (tasks.isEmpty()) {
      return; // this node only answers requests
    }
    beforeStart.run();
    for (Lane lane : tasks.keySet()) {
      var scheduler =
          workers.build(
              lane, tasks.getOrDefault(lane, List.of()), lane == Lane.SYS ? recurring : List.of());
      running.put(lane, scheduler);
      scheduler.start();
      queue.whenAdded(lane, scheduler::triggerCheckForDueExecutions);
    }
    queue.whenStopped(stopper);
  }

  @Override
  public synchronized void stop() {
    var stopping =
        running.values().stream()
            .map(scheduler -> Thread.startVirtualThread(scheduler::stop))
            .toList();
    for (Thread thread : stopping) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    running.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !running.isEmpty();
  }
}
