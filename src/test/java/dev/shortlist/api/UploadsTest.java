package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadsTest {
  private static final byte[] ZIP =
      HttpCalls.zip(
          Map.of(
              "ann.txt", "Ann Archer\n\nSkills\nSAP, Excel\n",
              "ben.txt", "Ben Baker\n\nSkills\nExcel\n"));

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.upload.resumable.piece", "1KB",
              "shortlist.upload.resumable.limit", "1MB",
              "shortlist.upload.resumable.open", "10"));

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void a_file_comes_in_pieces_and_goes_into_a_screening() {
    String screening = screening();
    String upload = begin(ZIP.length);
    int half = ZIP.length / 2;

    assertThat(send(upload, 0, Arrays.copyOf(ZIP, half)).json().path("offset").asInt())
        .isEqualTo(half);
    assertThat(finish(upload, screening).status()).isEqualTo(409);
    assertThat(api.get(upload).json().path("offset").asInt()).isEqualTo(half);
    send(upload, half, Arrays.copyOfRange(ZIP, half, ZIP.length));
    var finished = finish(upload, screening);

    assertThat(finished.status()).as(finished.response().body()).isEqualTo(200);
    assertThat(finished.json().path("files").findValuesAsString("path"))
        .containsExactlyInAnyOrder("cvs.zip/ann.txt", "cvs.zip/ben.txt");
    assertThat(api.get(upload).status()).isEqualTo(404);
  }

  @Test
  void after_a_lost_connection_it_goes_on_where_the_last_whole_piece_ended() throws Exception {
    String upload = begin(ZIP.length);
    send(upload, 0, Arrays.copyOf(ZIP, 50));
    cutOff(upload, 50);

    assertThat(api.get(upload).json().path("offset").asInt()).isEqualTo(50);
    var again = send(upload, 50, Arrays.copyOfRange(ZIP, 50, ZIP.length));
    assertThat(again.json().path("offset").asInt()).isEqualTo(ZIP.length);
    assertThat(finish(upload, screening()).status()).isEqualTo(200);
  }

  @Test
  void a_piece_that_does_not_follow_is_409_and_one_that_is_too_large_413() {
    String upload = begin(100);

    var early = send(upload, 7, new byte[10]);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().path("detail").asString()).contains("go on at 0");
    assertThat(send(upload, 0, new byte[101]).status()).isEqualTo(413);
    assertThat(send(upload, 0, new byte[2000]).status()).isEqualTo(413);
    assertThat(api.get(upload).json().path("offset").asInt()).isZero();
  }

  @Test
  void what_is_too_large_does_not_begin_and_what_was_dropped_is_gone() {
    assertThat(api.postJson("/api/v1/uploads", "{\"name\":\"cvs.zip\",\"bytes\":2000000}").status())
        .isEqualTo(413);
    String upload = begin(100);
    var dropped = api.send(api.request(upload).DELETE());
    assertThat(dropped.status()).isEqualTo(204);
    assertThat(api.send(api.request(upload).DELETE()).status()).isEqualTo(404);
    assertThat(send(upload, 0, new byte[1]).status()).isEqualTo(404);
  }

  private String screening() {
    return api.postJson(
            "/api/v1/screenings",
            "{\"jobDescriptionText\":\"Accountant\\n\\nRequirements\\n- SAP\\n- Excel\\n\"}")
        .json()
        .path("id")
        .asString();
  }

  private String begin(int bytes) {
    var begun =
        api.postJson("/api/v1/uploads", "{\"name\":\"cvs.zip\",\"bytes\":%d}".formatted(bytes));
    assertThat(begun.status()).isEqualTo(201);
    return begun.header("Location");
  }

  private HttpCalls.Answer send(String upload, int offset, byte[] piece) {
    return api.send(
        api.request(upload)
            .header("Content-Type", "application/octet-stream")
            .header("Upload-Offset", "" + offset)
            .method("PATCH", BodyPublishers.ofByteArray(piece)));
  }

  private HttpCalls.Answer finish(String upload, String screening) {
    return api.postJson(upload + "/finish", "{\"screening\":\"%s\"}".formatted(screening));
  }

  /// Promises 60 bytes, sends 20 and hangs up.
  private void cutOff(String upload, int offset) throws Exception {
    var address = URI.create(shortlist.address());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "PATCH %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/octet-stream\r\nUpload-Offset: %d\r\nContent-Length: 60\r\n\r\n%s"
                  .formatted(upload, address.getPort(), offset, "x".repeat(20))
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
  }
}
