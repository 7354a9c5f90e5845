package dev.shortlist;

import dev.shortlist.text.Limits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much reading one file, and one archive, may cost.
///
/// @param scratch folder for files while they are unpacked
/// @param children child processes that read files, absent for one per core
/// @param file size of one file, packed in an archive or not
/// @param time wall time to read one file
/// @param heap memory of a child process
/// @param pages pages read of one file
/// @param characters characters kept of one file
/// @param entries files in one archive
/// @param archive unpacked size of one archive
@Validated
@ConfigurationProperties("shortlist.reading")
record ReadingSettings(
    @NotNull Path scratch,
    @Nullable @Min(1) Integer children,
    @DefaultValue("25MB") DataSize file,
    @DefaultValue("30s") Duration time,
    @DefaultValue("384MB") DataSize heap,
    @DefaultValue("100") int pages,
    @DefaultValue("500000") int characters,
    @DefaultValue("10000") int entries,
    @DefaultValue("4GB") DataSize archive) {

  int childProcesses() {
    return children == null ? Runtime.getRuntime().availableProcessors() : children;
  }

  Limits limits() {
    var standard = Limits.standard();
    return new Limits(
        file.toBytes(),
        time,
        Math.toIntExact(heap.toMegabytes()),
        pages,
        characters,
        standard.filesPerChild(),
        entries,
        archive.toBytes(),
        standard.archiveRatio());
  }
}
