package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Multipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Five hundred programs at once that follow a screening, each on a connection of its own.
@Tag("slow")
@Timeout(120)
class ManyStreamsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final int STREAMS = 500;
  private final HttpCalls api = new HttpCalls(shortlist.address());
  private final CountDownLatch begun = new CountDownLatch(STREAMS);
  private final CountDownLatch ended = new CountDownLatch(STREAMS);
  private final ConcurrentLinkedQueue<Long> heard = new ConcurrentLinkedQueue<>();

  @Test
  void five_hundred_streams_all_begin_and_all_hear_the_end() throws Exception {
    String screening =
        api.postJson(
                "/api/v1/screenings",
                "{\"jobDescriptionText\": \"Accountant\\n\\nRequirements\\n- SAP\\n- Excel\\n\"}")
            .header("Location");
    var streams = new ArrayList<Socket>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < STREAMS; i++) {
        var stream = open(screening + "/events");
        streams.add(stream);
        threads.execute(() -> follow(stream));
      }
      assertThat(begun.await(60, TimeUnit.SECONDS)).as("all were told how it stands").isTrue();

      api.post(
          screening + "/files",
          new Multipart().file("files", "ann.txt", "Ann Archer\nann@example.com\nAccountant, SAP"));
      assertThat(ended.await(60, TimeUnit.SECONDS)).as("all were told the end").isTrue();
      for (Socket stream : streams) {
        stream.close();
      }
    }
    var times = heard.stream().sorted().toList();
    System.out.printf(
        "streams=%d from the first that heard the end to the last: %d ms, the middle one after %d ms%n",
        STREAMS,
        millis(times.getLast() - times.getFirst()),
        millis(times.get(STREAMS / 2) - times.getFirst()));
  }

  private void follow(Socket stream) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
      boolean first = true;
      boolean last = false;
      for (String line = lines.readLine(); line != null && !last; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          if (first) {
            begun.countDown();
            first = false;
          }
          if (line.contains("\"state\":\"COMPLETED\"")) {
            heard.add(System.nanoTime());
            last = true;
          }
        }
      }
      ended.countDown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket open(String path) throws IOException {
    var address = URI.create(shortlist.address());
    var socket = new Socket(address.getHost(), address.getPort());
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(path, address.getAuthority())
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
