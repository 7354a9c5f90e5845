package dev.shortlist.dialect.cvbatch;

import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Texts;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What became of an upload, file by file.
@JsonNaming(SnakeCaseStrategy.class)
record Uploaded(
    String message,
    UUID batchId,
    String batchName,
    int uploadedCount,
    int failedCount,
    List<File> files) {

  /// @param stored where the bytes are
  static Uploaded of(
      Screening screening, List<Received> received, Map<ApplicationId, Applicants.Stored> stored) {
    var files = received.stream().flatMap(one -> File.of(one, stored).stream()).toList();
    int failed = (int) files.stream().filter(file -> file.status().equals("failed")).count();
    return new Uploaded(
        "%d CVs uploaded".formatted(files.size() - failed),
        screening.id().value(),
        screening.title(),
        files.size() - failed,
        failed,
        files);
  }

  /// @param s3Key key of the stored file, empty when it was refused
  @JsonNaming(SnakeCaseStrategy.class)
  record File(
      String message, UUID cvId, String filename, String s3Key, long fileSizeBytes, String status) {

    static Optional<File> of(Received received, Map<ApplicationId, Applicants.Stored> stored) {
      String name = Texts.fileName(received.path());
      return switch (received) {
        case Received.Accepted(var _, var id) ->
            Optional.of(file("CV uploaded successfully", id, name, stored));
        case Received.Duplicate(var _, var id, var original) ->
            Optional.of(file("Already in this batch as " + original, id, name, stored));
        case Received.Refused(var _, var id, var reason, var detail) ->
            Optional.of(
                new File(
                    "Failed: %s%s"
                        .formatted(reason.meaning(), detail.isEmpty() ? "" : " (" + detail + ")"),
                    id.value(),
                    name,
                    "",
                    0,
                    "failed"));
        case Received.Ignored _ -> Optional.empty();
      };
    }

    private static File file(
        String message, ApplicationId id, String name, Map<ApplicationId, Applicants.Stored> all) {
      var stored = all.get(id);
      return new File(
          message,
          id.value(),
          name,
          stored == null ? "" : stored.key(),
          stored == null ? 0 : stored.bytes(),
          "queued");
    }
  }
}
