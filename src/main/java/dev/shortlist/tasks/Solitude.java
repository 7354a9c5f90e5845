package dev.shortlist.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;

/// Lets a suspect run with no other task of its lane beside it on this node.
final class Solitude {
  private final Semaphore turn = new Semaphore(1);
  private final ReadLock together;
  private final WriteLock alone;

  Solitude() {
    var lock = new ReentrantReadWriteLock(true);
    together = lock.readLock();
    alone = lock.writeLock();
  }

  <T> T together(Callable<T> work) throws Exception {
    together.lockInterruptibly();
    try {
      return work.call();
    } finally {
      together.unlock();
    }
  }

  /// @throws Occupied if another suspect runs alone or waits to
  <T> T alone(Callable<T> work) throws Exception {
    if (!turn.tryAcquire()) {
      throw new Occupied();
    }
    try {
      alone.lockInterruptibly();
      try {
        return work.call();
      } finally {
        alone.unlock();
      }
    } finally {
      turn.release();
    }
  }

  /// The suspect's turn comes later.
  static final class Occupied extends Exception {
    private static final long serialVersionUID = 1;
  }
}
