package dev.shortlist;

import dev.shortlist.text.Limits;
import dev.shortlist.text.Recognition;
import dev.shortlist.text.Sandbox;
import dev.shortlist.text.Setup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much reading one file, and one archive, may cost.
///
/// @param scratch folder for files while they are unpacked
/// @param children child processes that read files, absent for one per core
/// @param file size of one file, packed in an archive or not
/// @param time wall time to read one file
/// @param processor processor time to read one file
/// @param heap memory of a child process
/// @param pages pages read of one file
/// @param characters characters kept of one file
/// @param recycle files after which a child process is replaced
/// @param entries files in one archive
/// @param archive unpacked size of one archive
/// @param ratio unpacked to packed size of one file in an archive
/// @param sandbox whether child processes are cut off from network and files
@Validated
@ConfigurationProperties("shortlist.reading")
record ReadingSettings(
    @NotNull Path scratch,
    @Nullable @Min(1) Integer children,
    @DefaultValue("25MB") DataSize file,
    @DefaultValue("30s") Duration time,
    @DefaultValue("20s") Duration processor,
    @DefaultValue("384MB") DataSize heap,
    @DefaultValue("100") int pages,
    @DefaultValue("1000000") int characters,
    @DefaultValue("400") int recycle,
    @DefaultValue("10000") int entries,
    @DefaultValue("4GB") DataSize archive,
    @DefaultValue("100") int ratio,
    @DefaultValue("where-available") Sandbox sandbox,
    @DefaultValue @Valid Ocr ocr) {
  private static final String PREFIX = "shortlist.reading";

  /// How pages that are pictures are read.
  ///
  /// @param enabled false to read none, even where Tesseract is installed
  /// @param program Tesseract's, absent to look for it
  /// @param languages names of its models, none for those that are installed
  /// @param pages pages recognised of one file
  /// @param time wall time for all pages of one file
  /// @param confidence least certainty of a page's words, in per cent
  record Ocr(
      @DefaultValue("true") boolean enabled,
      @Nullable Path program,
      @DefaultValue List<String> languages,
      @DefaultValue("10") @Min(1) int pages,
      @DefaultValue("75s") Duration time,
      @DefaultValue("60") @Min(0) @Max(100) int confidence) {

    Recognition recognition() {
      return new Recognition(enabled, program, languages, pages, time, confidence);
    }
  }

  /// What the environment and system properties say, for a command without a server.
  ///
  /// @throws IllegalArgumentException if a setting cannot be understood
  static Setup ofProcess(int children) {
    if (!isNamed()) {
      return Setup.standard(children);
    }
    try {
      var settings =
          Binder.get(new StandardEnvironment()).bindOrCreate(PREFIX, ReadingSettings.class);
      return settings.setup(children);
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "the setting %s cannot be understood: %s"
              .formatted(e.getName(), NestedExceptionUtils.getMostSpecificCause(e).getMessage()),
          e);
    }
  }

  /// Most often nothing is set, and looking costs less than binding.
  private static boolean isNamed() {
    var variable = PREFIX.replace('.', '_').toUpperCase(Locale.ROOT) + "_";
    return System.getenv().keySet().stream().anyMatch(name -> name.startsWith(variable))
        || System.getProperties().stringPropertyNames().stream()
            .anyMatch(name -> name.startsWith(PREFIX + "."));
  }

  Setup setup() {
    return setup(children == null ? Runtime.getRuntime().availableProcessors() : children);
  }

  private Setup setup(int processes) {
    return new Setup(limits(), ocr.recognition(), sandbox, processes);
  }

  Limits limits() {
    return new Limits(
        file.toBytes(),
        time,
        processor,
        Math.toIntExact(heap.toMegabytes()),
        pages,
        characters,
        recycle,
        entries,
        archive.toBytes(),
        ratio);
  }
}
