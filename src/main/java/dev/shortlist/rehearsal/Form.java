package dev.shortlist.rehearsal;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/// A form with files, as browsers and programs send it.
final class Form {
  private static final String EDGE = "edge-of-a-part";
  static final String TYPE = "multipart/form-data; boundary=" + EDGE;

  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  void add(String name, byte[] content) {
    part("name=\"%s\"".formatted(name), content);
  }

  void addFile(String name, String file, byte[] content) {
    part("name=\"%s\"; filename=\"%s\"".formatted(name, file), content);
  }

  BodyPublisher body() {
    return BodyPublishers.concat(
        BodyPublishers.ofByteArray(parts.toByteArray()),
        BodyPublishers.ofString("--%s--\r\n".formatted(EDGE)));
  }

  private void part(String described, byte[] content) {
    write("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(EDGE, described));
    parts.writeBytes(content);
    write("\r\n");
  }

  private void write(String text) {
    parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
