package dev.shortlist.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that answers as a test says.
final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String recipients = "250 ok";
  private volatile String texts = "250 ok";

  ScriptedSmtp() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// What it says to a recipient from now on.
  void recipients(String answer) {
    recipients = answer;
  }

  /// What it says to the text of a mail from now on.
  void texts(String answer) {
    texts = answer;
  }

  /// How many recipients it was told.
  int asked() {
    return asked.get();
  }

  private void accept() {
    try {
      while (true) {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      say(client, "220 scripted");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line.toUpperCase(Locale.ROOT).replaceFirst("[ :].*", "")) {
          case "RCPT" -> {
            asked.incrementAndGet();
            say(client, recipients);
          }
          case "DATA" -> {
            say(client, "354 go on");
            while (!".".equals(in.readLine())) {
              // the mail
            }
            say(client, texts);
          }
          case "QUIT" -> {
            say(client, "221 bye");
            return;
          }
          default -> say(client, "250 ok");
        }
      }
    } catch (IOException gone) {
      // the client is
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
