package dev.shortlist.backup;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Nothing was exported or imported; the message says why and what to do, with nothing of what the
/// file tells of people.
public final class BackupUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  BackupUnusable(String message) {
    this(message, null);
  }

  BackupUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// @param what is not as it was exported
  static BackupUnusable damaged(String what, @Nullable Throwable cause) {
    return new BackupUnusable(
        "the file is damaged: %s. Nothing was imported: copy it anew from where it was kept, or take another backup"
            .formatted(what),
        cause);
  }

  /// The file cannot be read, or not to its end.
  static BackupUnusable unreadable(Path file, IOException cause) {
    return switch (cause) {
      case ZipException _ -> damaged("%s is no whole ZIP".formatted(file.getFileName()), cause);
      case NoSuchFileException _ -> new BackupUnusable("there is no file " + file, cause);
      default -> new BackupUnusable("%s cannot be imported: %s".formatted(file, cause), cause);
    };
  }

  /// The database took a row for impossible. What it says quotes the row, so it is not passed on.
  static BackupUnusable refused(Path file, Exception cause) {
    return new BackupUnusable(
        "%s cannot be imported: the database refused it (%s). Nothing was imported: take another backup"
            .formatted(file.getFileName(), state(cause)),
        cause);
  }

  private static String state(Exception cause) {
    for (@Nullable Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof SQLException refused) {
        return "SQLSTATE " + refused.getSQLState();
      }
    }
    return cause.getClass().getSimpleName();
  }
}
