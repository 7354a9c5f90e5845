package dev.shortlist.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Passes connections on to a server, byte by byte, and does harm to as many requests as it is told
/// to. What it harms ends its connection, so one connection is one request then.
public final class FaultyLine implements AutoCloseable {
  /// What goes wrong.
  public enum Fault {
    NONE,
    /// The answer is "503 SlowDown", and the server never hears of the request.
    UNAVAILABLE,
    /// Nothing is answered.
    SILENT,
    /// The request ends in the middle of its body.
    CUT_UPLOAD,
    /// A byte of the request's body is another.
    DAMAGED_UPLOAD,
    /// The answer ends in the middle of its body.
    CUT_DOWNLOAD,
    /// The last byte of the answer is another.
    DAMAGED_DOWNLOAD,
    /// The server did its work, and its answer is lost.
    LOST_ANSWER
  }

  private static final String SLOW_DOWN =
      "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Reduce your rate</Message></Error>";

  private final ServerSocket door;
  private final int server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger harmed = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private volatile String method = "";

  FaultyLine(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Harms the next `times` requests of `method`; connections that wait for one are closed.
  public void harm(Fault next, String requests, int times) {
    fault = next;
    method = requests;
    harmed.set(0);
    left.set(times);
    open.forEach(FaultyLine::close);
  }

  /// Harms nothing any longer; says how many requests were harmed.
  public int heal() {
    left.set(0);
    fault = Fault.NONE;
    open.forEach(FaultyLine::close);
    return harmed.get();
  }

  public int harmed() {
    return harmed.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var socket = door.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
      var in = client.getInputStream();
      while (request(in, client, upstream)) {
        // one after the other
      }
    } catch (IOException | UncheckedIOException e) {
      // the other side is gone
    } finally {
      open.remove(client);
    }
  }

  private boolean request(InputStream in, Socket client, Socket upstream) throws IOException {
    String head = head(in);
    if (head.isEmpty()) {
      return false;
    }
    byte[] body = in.readNBytes(length(head));
    Fault now = fault();
    if (now != Fault.NONE && !head.startsWith(method)) {
      left.incrementAndGet();
      now = Fault.NONE;
    }
    if (now != Fault.NONE) {
      harmed.incrementAndGet();
    }
    return switch (now) {
      case UNAVAILABLE -> {
        answer(client.getOutputStream());
        yield false;
      }
      case SILENT -> {
        in.read(); // until the other side has enough
        yield false;
      }
      case CUT_UPLOAD -> {
        send(upstream.getOutputStream(), head, Arrays.copyOf(body, body.length / 2));
        upstream.shutdownOutput();
        yield false;
      }
      case DAMAGED_UPLOAD -> {
        if (body.length > 0) {
          body[body.length / 2] ^= 1;
        }
        send(upstream.getOutputStream(), head, body);
        yield back(
            upstream.getInputStream(), client.getOutputStream(), now, head.startsWith("HEAD"));
      }
      case NONE, CUT_DOWNLOAD, DAMAGED_DOWNLOAD -> {
        send(upstream.getOutputStream(), head, body);
        yield back(
            upstream.getInputStream(), client.getOutputStream(), now, head.startsWith("HEAD"));
      }
      case LOST_ANSWER -> {
        send(upstream.getOutputStream(), head, body);
        String answer = head(upstream.getInputStream());
        upstream.getInputStream().readNBytes(length(answer));
        yield false;
      }
    };
  }

  private Fault fault() {
    return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0 ? fault : Fault.NONE;
  }

  private static boolean back(InputStream server, OutputStream client, Fault fault, boolean toHead)
      throws IOException {
    String head = head(server);
    if (head.isEmpty()) {
      return false;
    }
    byte[] body = body(head, server, toHead);
    if (fault == Fault.DAMAGED_DOWNLOAD && body.length > 0) {
      body[body.length - 1] ^= 1;
    }
    boolean cut = fault == Fault.CUT_DOWNLOAD;
    send(client, head, cut ? Arrays.copyOf(body, body.length / 2) : body);
    return !cut;
  }

  private static byte[] body(String head, InputStream server, boolean toHead) throws IOException {
    if (toHead) {
      return new byte[0];
    }
    if (head.contains("transfer-encoding: chunked")) {
      return chunks(server);
    }
    return head.contains("content-length: ") || !head.contains("Connection: close")
        ? server.readNBytes(length(head))
        : server.readAllBytes();
  }

  /// As they stand, up to the last.
  private static byte[] chunks(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    while (true) {
      String line = line(in);
      all.write(line.getBytes(StandardCharsets.ISO_8859_1));
      int size = Integer.parseInt(line.strip(), 16);
      all.write(in.readNBytes(size + 2));
      if (size == 0) {
        return all.toByteArray();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.append((char) next);
      if (next == '\n') {
        break;
      }
    }
    return line.toString();
  }

  /// From the first line to the empty one; empty if nothing comes.
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.append(line);
      if (line.isBlank()) {
        return lowerNames(head.toString());
      }
    }
    return "";
  }

  private static String lowerNames(String head) {
    return Pattern.compile("(?m)^(content-length|transfer-encoding):", Pattern.CASE_INSENSITIVE)
        .matcher(head)
        .replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
  }

  private static int length(String head) {
    int at = head.indexOf("content-length: ");
    return at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)).strip());
  }

  private static void send(OutputStream out, String head, byte[] body) throws IOException {
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private static void answer(OutputStream out) throws IOException {
    byte[] body = SLOW_DOWN.getBytes(StandardCharsets.UTF_8);
    send(
        out,
        "HTTP/1.1 503 Slow Down\r\nConnection: close\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n"
            .formatted(body.length),
        body);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(FaultyLine::close);
  }
}
