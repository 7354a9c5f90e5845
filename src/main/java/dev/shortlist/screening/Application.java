package dev.shortlist.screening;

import dev.shortlist.candidate.CandidateId;
import dev.shortlist.text.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One CV in one screening.
///
/// @param number within its screening, from 1: what it is called while its name is hidden
/// @param file where it was found, as uploaded: `anna.pdf`, `cvs.zip/2026/anna.pdf`
/// @param documentHash SHA-256 of the file in lower-case hex, absent when the file was refused
///   before it was stored
/// @param reason why it needs review, absent otherwise
/// @param detail what was found, for a person; empty when there is nothing to say
/// @param errorId what to look for in the log when it failed, absent otherwise
/// @param candidate whose CV it is, absent until it is read
/// @param verdict what a person decided last, absent while nobody did
/// @param startedAt when work on it began
/// @param finishedAt when it reached a final stage
public record Application(
    ApplicationId id,
    ScreeningId screening,
    int number,
    String file,
    @Nullable String documentHash,
    Stage stage,
    @Nullable Reason reason,
    String detail,
    @Nullable String errorId,
    @Nullable CandidateId candidate,
    @Nullable Verdict verdict,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /// Share of the work that is done, 0 to 100.
  public int percent() {
    return stage.percent();
  }
}
