package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.GrowingUpload;
import dev.shortlist.intake.GrowingUploadSettings;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.screening.Screenings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/uploads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Uploads", description = "Big files in pieces, over connections that may break")
class UploadsApi {
  private final CurrentAccount account;
  private final GrowingUploads uploads;
  private final Screenings screenings;
  private final GrowingUploadSettings settings;

  UploadsApi(
      CurrentAccount account,
      GrowingUploads uploads,
      Screenings screenings,
      GrowingUploadSettings settings) {
    this.account = account;
    this.uploads = uploads;
    this.screenings = screenings;
    this.settings = settings;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Begin a file that comes in pieces")
  ResponseEntity<UploadBody> begin(@RequestBody NewUpload body) {
    String name = Fields.orNull(body.name());
    if (name == null || name.length() > 500) {
      throw Problem.INVALID_VALUE.because(
          "The field name is missing or longer than 500 characters: send the name of the file.");
    }
    if (body.bytes() < 1) {
      throw Problem.INVALID_VALUE.because(
          "bytes must be the size of the file, 1 or more, but is %d.".formatted(body.bytes()));
    }
    var begun = uploads.begin(account.id(), name, body.bytes());
    return ResponseEntity.created(URI.create("/api/v1/uploads/" + begun.id()))
        .body(UploadBody.of(begun));
  }

  @GetMapping("/{id}")
  @Operation(summary = "How much has arrived")
  UploadBody find(@PathVariable UUID id) {
    return UploadBody.of(get(id));
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(
      summary = "Add a piece",
      description =
          "It begins where the last one ended, else the answer is 409 and says where to go on. A"
              + " piece whose connection breaks is not kept.")
  UploadBody append(
      @PathVariable UUID id,
      @Parameter(description = "Where the piece begins", required = true)
          @RequestHeader(name = "Upload-Offset", required = false)
          @Nullable Long offset,
      InputStream body)
      throws IOException {
    get(id);
    if (offset == null) {
      throw Problem.INVALID_VALUE.because(
          "The header Upload-Offset is missing: send where the piece begins.");
    }
    Path piece = Files.createTempFile("shortlist-piece", "");
    try {
      receive(body, piece);
      return UploadBody.of(uploads.append(account.id(), id, offset, piece));
    } finally {
      Files.delete(piece);
    }
  }

  @PostMapping(path = "/{id}/finish", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Take the whole file into a screening")
  ReceiptBody finish(@PathVariable UUID id, @RequestBody Finish body) {
    get(id);
    String key = Fields.orNull(body.screening());
    if (key == null) {
      throw Problem.INVALID_VALUE.because(
          "The field screening is missing: send the id, number or reference of a screening.");
    }
    var screening =
        screenings.find(account.id(), key).orElseThrow(() -> ScreeningsApi.unknown(key));
    return ReceiptBody.of(uploads.finish(account.id(), id, screening.id()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Drop what has arrived")
  void drop(@PathVariable UUID id) {
    if (!uploads.drop(account.id(), id)) {
      throw unknown(id);
    }
  }

  private void receive(InputStream body, Path piece) throws IOException {
    long most = settings.piece().toBytes();
    try (var out = Files.newOutputStream(piece)) {
      long left = most;
      var buffer = new byte[1 << 16];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw Problem.TOO_LARGE.because(
              "A piece has at most %s: send it in smaller ones."
                  .formatted(Sizes.of(settings.piece())));
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private GrowingUpload get(UUID id) {
    return uploads.find(account.id(), id).orElseThrow(() -> unknown(id));
  }

  private static Problem.Refused unknown(UUID id) {
    return Problem.NOT_FOUND.because(
        "There is no upload with the id %s, or its time is over.".formatted(id));
  }

  /// A file to be sent in pieces.
  @Schema(name = "NewUpload")
  record NewUpload(
      @Schema(example = "cvs.zip", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String name,
      @Schema(description = "Size of the whole file") long bytes) {}

  /// Where the file goes.
  @Schema(name = "FinishedUpload")
  record Finish(
      @Schema(description = "Id, number or reference", example = "3") @Nullable String screening) {}

  @Schema(name = "Upload")
  record UploadBody(
      UUID id,
      String name,
      long bytes,
      @Schema(description = "Bytes that have arrived: where the next piece begins") long offset,
      Instant expiresAt) {
    static UploadBody of(GrowingUpload upload) {
      return new UploadBody(
          upload.id(), upload.name(), upload.bytes(), upload.received(), upload.expiresAt());
    }
  }
}
