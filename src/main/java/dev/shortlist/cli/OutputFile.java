package dev.shortlist.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that a command writes at its end: whether that will work is known at its beginning, and a
/// command that is broken off leaves what was there.
final class OutputFile {
  private static final long PROCESS = ProcessHandle.current().pid();

  private final String option;
  private final Path file;

  private OutputFile(String option, Path file) {
    this.option = option;
    this.file = file;
  }

  /// @param option how the command line names the file: `--out`
  /// @throws CouldNotRun if the file cannot be written
  static OutputFile checked(String option, Path file) {
    var folder = folderOf(file);
    if (Files.isDirectory(file)) {
      throw new CouldNotRun("%s %s is a folder: give the name of a file".formatted(option, file));
    }
    if (!Files.isDirectory(folder)) {
      throw new CouldNotRun(
          "%s %s: there is no folder %s: make it first".formatted(option, file, folder));
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new CouldNotRun(
          "%s %s cannot be written: choose another place".formatted(option, file));
    }
    return new OutputFile(option, file);
  }

  void write(Content content) {
    bytes(out -> {
      var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      content.writeTo(writer);
      writer.flush();
    });
  }

  void bytes(Bytes content) {
    try {
      // A device such as /dev/stdout or /dev/null is written to, not replaced.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        try (var out = buffered(file)) {
          content.writeTo(out);
        }
        return;
      }
      replace(content);
    } catch (IOException e) {
      throw new CouldNotRun(
          "%s %s could not be written: %s".formatted(option, file, e.getMessage()), e);
    }
  }

  private void replace(Bytes content) throws IOException {
    // A temporary file of the JDK could be read by its owner only, and so could the result.
    var part = folderOf(file).resolve(".%s.%d.part".formatted(file.getFileName(), PROCESS));
    try {
      try (var out = buffered(part)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static Path folderOf(Path file) {
    var folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /// Something that can be written.
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /// The same in bytes.
  @FunctionalInterface
  interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }
}
