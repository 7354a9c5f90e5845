package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Copies to a folder of this machine, and sends several at a time.
///
/// What is there already is sent again: that starts its time anew, so no sweep takes it.
final class S3Batch implements StorageBatch {
  private final Bucket bucket;
  private final Path scratch;
  private final List<Outgoing> files = new ArrayList<>();

  S3Batch(Bucket bucket, Path scratch) {
    this.bucket = bucket;
    this.scratch = scratch;
  }

  @Override
  public StoredFile add(InputStream bytes) throws IOException {
    var file = Outgoing.copy(bytes, scratch);
    files.add(file);
    return file.stored();
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public Set<String> hashes() {
    return files.stream().map(file -> file.stored().hash()).collect(Collectors.toSet());
  }

  @Override
  public void commit() throws IOException {
    Map<String, Outgoing> once = new LinkedHashMap<>();
    files.forEach(file -> once.putIfAbsent(file.stored().hash(), file));
    Together.each(once.values(), file -> file.send(bucket, S3Storage.FILES + file.stored().hash()));
    close();
  }

  @Override
  public void close() throws IOException {
    for (Outgoing file : files) {
      Files.deleteIfExists(file.file());
    }
    files.clear();
  }
}
