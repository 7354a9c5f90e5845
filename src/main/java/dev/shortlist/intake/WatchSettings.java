package dev.shortlist.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// A folder whose files are taken in as they come.
///
/// @param folder absent for none
/// @param every time from one look to the next
/// @param settle how long a file must stay as it is before it counts as whole
/// @param most longest file
/// @param done what becomes of files that were taken in
@ConfigurationProperties("shortlist.watch")
public record WatchSettings(
    @Nullable Path folder,
    @DefaultValue("10s") Duration every,
    @DefaultValue("20s") Duration settle,
    @DefaultValue("500MB") DataSize most,
    @DefaultValue("keep") Done done) {

  /// What becomes of files that were taken in.
  public enum Done {
    /// They are moved to `done`.
    KEEP,
    DELETE
  }
}
