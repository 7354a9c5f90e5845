package dev.shortlist.dialect.analyzer;

import dev.shortlist.dialect.Texts;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Every file of a batch: read, or failed by name.
@JsonNaming(SnakeCaseStrategy.class)
record BatchResult(
    String status,
    int totalFiles,
    int successfullyProcessed,
    int failed,
    List<String> failedFiles) {

  /// @param applications those of the screening by id
  static BatchResult of(
      Screening screening, List<Received> files, Map<ApplicationId, Application> applications) {
    int total = 0;
    int done = 0;
    var failed = new ArrayList<String>();
    for (var file : files) {
      var id = application(file);
      var application = id == null ? null : applications.get(id);
      if (application != null) {
        total++;
        if (application.stage() == Stage.COMPLETED) {
          done++;
        } else if (application.stage().isFinal()) {
          failed.add(Texts.fileName(file.path()));
        }
      }
    }
    return new BatchResult(status(screening), total, done, failed.size(), failed);
  }

  private static String status(Screening screening) {
    return switch (screening.state()) {
      case CREATED, RUNNING, PAUSED -> "processing";
      case COMPLETED -> "completed";
      case CANCELLED -> "failed";
    };
  }

  private static @Nullable ApplicationId application(Received file) {
    return switch (file) {
      case Received.Accepted(var _, var id) -> id;
      case Received.Duplicate(var _, var id, var _) -> id;
      case Received.Refused(var _, var id, var _, var _) -> id;
      case Received.Ignored _ -> null;
    };
  }
}
