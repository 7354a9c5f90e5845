package dev.shortlist.bench;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/// Uploads ZIPs as a program does, and takes the time from the last byte to the answer.
final class Uploads {
  private static final String EDGE = "edge-of-a-part";
  private static final int CREATED = 201;

  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  Uploads(String address) {
    this.address = address;
  }

  /// So that what is measured is not the loading of classes.
  void warmUp(Path scratch) throws IOException {
    Path zip = scratch.resolve("warm-up.zip");
    MadeUpPile.write(zip, 5, 0);
    send(zip);
  }

  Answer send(Path zip) throws IOException {
    var last = new AtomicLong();
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/screenings"))
            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
            .POST(BodyPublishers.ofInputStream(() -> body(zip, last)))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      double seconds = (System.nanoTime() - last.get()) / 1e9;
      if (response.statusCode() != CREATED) {
        throw new IOException("the upload was answered " + response.body());
      }
      String id = JsonMapper.shared().readTree(response.body()).path("id").asString();
      return new Answer(id, seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static InputStream body(Path zip, AtomicLong last) {
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="jobDescriptionText"\r
        \r
        Accountant\n\nRequirements\n- SAP\n- Excel\r
        --%1$s\r
        Content-Disposition: form-data; name="files"; filename="cvs.zip"\r
        \r
        """
            .formatted(EDGE);
    String tail = "\r\n--%s--\r\n".formatted(EDGE);
    try {
      var parts = List.of(bytes(head), Files.newInputStream(zip), bytes(tail));
      return new Noting(new SequenceInputStream(Collections.enumeration(parts)), last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// @param screening id of the screening that was made
  /// @param seconds from the last byte sent to the answer
  record Answer(String screening, double seconds) {}

  /// Notes when the last byte was read.
  private static final class Noting extends FilterInputStream {
    private final AtomicLong last;

    Noting(InputStream in, AtomicLong last) {
      super(in);
      this.last = last;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      last.set(System.nanoTime());
      return read;
    }
  }
}
