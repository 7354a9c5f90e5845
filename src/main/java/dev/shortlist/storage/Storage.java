package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Keeps files by their content, in a folder or in an S3 bucket.
///
/// A file has its final name when it is whole and safe. Equal contents are kept once. Every method
/// that reaches for the store throws [StorageAway] while it does not answer.
public interface Storage extends AutoCloseable {
  /// The advisory lock of the database that whoever removes files nobody needs holds; sharing it
  /// keeps what is there until rows name it.
  long REMOVAL = 7_102_025;

  /// The bucket, if one is set, else the folder.
  ///
  /// @throws java.io.UncheckedIOException if the folder cannot be made or entered; a bucket is
  ///   first asked when it is needed
  static Storage of(StorageSettings settings, S3Settings s3) {
    var folder = inFolder(settings.folder());
    return s3.bucket() == null ? folder : new S3Storage(s3, folder.unfinished());
  }

  /// A folder, whatever is set.
  ///
  /// @throws java.io.UncheckedIOException if the folder cannot be made or entered
  static FolderStorage inFolder(Path folder) {
    return new FolderStorage(folder);
  }

  /// For files that are to be kept together.
  StorageBatch batch();

  /// Keeps a copy of `file`, which is streamed.
  default StoredFile keep(Path file) throws IOException {
    try (var batch = batch()) {
      var stored = batch.add(file);
      batch.commit();
      return stored;
    }
  }

  /// The file that is kept as `hash`, after making sure that its bytes are still those.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  /// @throws IOException if its content has changed, or it cannot be read
  LocalFile borrow(String hash) throws IOException;

  /// The content that is kept as `hash`; as [#borrow].
  default InputStream open(String hash) throws IOException {
    return borrow(hash).open();
  }

  /// Shows the hashes of all files that lie there since before `before`, some at a time; keeping a
  /// content again starts its time anew.
  void eachOld(Instant before, Consumer<List<String>> some) throws IOException;

  /// Removes files, those that are there.
  void delete(Collection<String> hashes) throws IOException;

  /// Drops what was begun a day before `before` and never finished.
  void dropUnfinished(Instant before) throws IOException;

  /// A file that arrives in pieces before it is kept.
  Growing growing(UUID id);

  /// Tries to write.
  ///
  /// @throws IOException if no file can be kept, as when the disk is full
  void requireWritable() throws IOException;

  /// What it is and where, for people who run it.
  String place();

  @Override
  default void close() {}
}
