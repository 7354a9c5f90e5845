package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Base64;
import java.util.UUID;

/// A file on this machine that is to be sent.
///
/// @param md5 of its content, as base64
record Outgoing(Path file, StoredFile stored, String md5) {

  /// Copies what `bytes` gives up to its end into `folder`.
  static Outgoing copy(InputStream bytes, Path folder) throws IOException {
    Path copy = folder.resolve(UUID.randomUUID().toString());
    var sha256 = Digests.sha256();
    var md5 = Digests.md5();
    long length;
    try (var out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
      length = new DigestInputStream(new DigestInputStream(bytes, md5), sha256).transferTo(out);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
    return new Outgoing(
        copy,
        new StoredFile(Digests.hex(sha256), length),
        Base64.getEncoder().encodeToString(md5.digest()));
  }

  /// `file` itself.
  static Outgoing of(Path file) throws IOException {
    var sha256 = Digests.sha256();
    var md5 = Digests.md5();
    try (var in = new DigestInputStream(Files.newInputStream(file), md5)) {
      Digests.through(in, sha256);
    }
    return new Outgoing(
        file,
        new StoredFile(Digests.hex(sha256), Files.size(file)),
        Base64.getEncoder().encodeToString(md5.digest()));
  }

  void send(Bucket bucket, String key) throws IOException {
    bucket.put(key, file, stored.hash(), md5);
  }
}
