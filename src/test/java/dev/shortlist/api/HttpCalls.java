package dev.shortlist.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the API as a program would.
public record HttpCalls(String address) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /// What came back.
  ///
  /// @param type content type without parameters
  public record Answer(int status, String type, HttpResponse<String> response) {
    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Answer get(String path, String... headers) {
    var request = request(path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public Answer postJson(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer post(String path, Multipart body) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.whole())));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type.replaceFirst(";.*", ""), response);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  /// A form with files, put together by hand so that it can also be put together badly.
  public static final class Multipart {
    public static final String BOUNDARY = "edge-of-a-part";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Multipart field(String name, String value) {
      return part("name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, String fileName, String content) {
      return file(name, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, String fileName, byte[] content) {
      return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), content);
    }

    public byte[] whole() {
      var whole = new ByteArrayOutputStream();
      whole.writeBytes(bytes.toByteArray());
      whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return whole.toByteArray();
    }

    public byte[] cutOff() {
      byte[] whole = bytes.toByteArray();
      return Arrays.copyOf(whole, whole.length - 10);
    }

    private Multipart part(String disposition, byte[] content) {
      var head =
          "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
      bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(content);
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return this;
    }
  }

  public static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
