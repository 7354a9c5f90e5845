package dev.shortlist.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How many bytes of CVs an account may send and keep. Without sign-in there is no limit.
///
/// @param perDay that came in the last 24 hours
/// @param stored that are kept, absent for no limit
@ConfigurationProperties("shortlist.upload.account")
public record UploadLimitSettings(
    @Nullable @DefaultValue("50GB") DataSize perDay, @Nullable DataSize stored) {
  static final UploadLimitSettings NONE = new UploadLimitSettings(null, null);
}
