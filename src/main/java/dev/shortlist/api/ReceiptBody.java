package dev.shortlist.api;

import dev.shortlist.intake.Receipt;
import dev.shortlist.intake.Received;
import dev.shortlist.text.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of an upload, file by file.
@Schema(name = "Receipt")
record ReceiptBody(int accepted, int duplicates, int refused, int ignored, List<FileBody> files) {

  static ReceiptBody of(Receipt receipt) {
    return new ReceiptBody(
        (int) receipt.count(Received.Accepted.class),
        (int) receipt.count(Received.Duplicate.class),
        (int) receipt.count(Received.Refused.class),
        (int) receipt.count(Received.Ignored.class),
        receipt.files().stream().map(FileBody::of).toList());
  }

  /// One file.
  @Schema(name = "ReceivedFile")
  record FileBody(
      @Schema(example = "cvs.zip/2026/anna.pdf") String path,
      Outcome outcome,
      @Schema(nullable = true) @Nullable UUID application,
      @Schema(description = "The file with the same content that came first", nullable = true)
          @Nullable String original,
      @Schema(nullable = true) @Nullable Reason reason,
      @Schema(description = "What is wrong and what to do; empty when all is well") String detail) {

    static FileBody of(Received received) {
      return switch (received) {
        case Received.Accepted(var path, var id) ->
            new FileBody(path, Outcome.ACCEPTED, id.value(), null, null, "");
        case Received.Duplicate(var path, var id, var original) ->
            new FileBody(path, Outcome.DUPLICATE, id.value(), original, null, "");
        case Received.Refused(var path, var id, var reason, var detail) ->
            new FileBody(
                path, Outcome.REFUSED, id.value(), null, reason, Reviews.sentence(reason, detail));
        case Received.Ignored(var path) ->
            new FileBody(path, Outcome.IGNORED, null, null, null, "");
      };
    }
  }

  enum Outcome {
    ACCEPTED,
    DUPLICATE,
    REFUSED,
    IGNORED
  }
}
