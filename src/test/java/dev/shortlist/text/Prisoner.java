package dev.shortlist.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs in the place of a [Child] and says what it can reach.
final class Prisoner {
  private Prisoner() {}

  /// Tries and tells.
  ///
  /// @param arguments the words of [ChildRules]
  public static void main(String[] arguments) {
    System.getenv().keySet().stream()
        .sorted()
        .forEach(name -> System.out.println("variable " + name));
    int port = Integer.getInteger("port", 1);
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
      System.out.println("connected");
    } catch (IOException e) {
      System.out.println("not connected");
    }
    try {
      Files.writeString(Path.of(System.getProperty("file", "nowhere/file")), "some words");
      System.out.println("written");
    } catch (IOException e) {
      System.out.println("not written");
    }
  }
}
