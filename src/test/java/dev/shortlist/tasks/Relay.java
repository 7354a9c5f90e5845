package dev.shortlist.tasks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A line to a server that can fall silent: nothing passes, and neither side is told.
final class Relay implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private final int target;
  private boolean silent;

  /// @param target port of the server, on this machine
  Relay(int target) throws IOException {
    this.target = target;
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void fallSilent(boolean silent) {
    lock.lock();
    try {
      this.silent = silent;
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    fallSilent(false);
    entrance.close();
    for (Socket end : ends) {
      end.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        var near = entrance.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        ends.addAll(List.of(near, far));
        Thread.startVirtualThread(() -> pass(near, far));
        Thread.startVirtualThread(() -> pass(far, near));
      }
    } catch (IOException closed) {
      // Closed by the test, or the server is gone: nothing more passes.
    }
  }

  private void pass(Socket from, Socket to) {
    var buffer = new byte[8192];
    try (from;
        to) {
      int read = from.getInputStream().read(buffer);
      while (read >= 0) {
        awaitLine();
        to.getOutputStream().write(buffer, 0, read);
        read = from.getInputStream().read(buffer);
      }
    } catch (IOException closed) {
      // As one side closes, so does the other.
    }
  }

  private void awaitLine() {
    lock.lock();
    try {
      while (silent) {
        heard.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
