package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import org.apache.commons.io.input.BoundedInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;

/// Sends a large file in parts: each is checked by the server and, where it fails, sent again
/// alone.
///
/// @param bytes of a part
record Parts(S3Client client, String bucket, String key, long bytes) {

  /// @param start makes the transfer, with what is said of the whole file
  void put(Path file, CreateMultipartUploadRequest start) throws IOException {
    long size = Files.size(file);
    String upload = client.createMultipartUpload(start).uploadId();
    try {
      var sent = new ArrayList<CompletedPart>();
      for (long offset = 0; offset < size; offset += bytes) {
        sent.add(
            put(upload, sent.size() + 1, new Part(file, offset, Math.min(bytes, size - offset))));
      }
      client.completeMultipartUpload(request ->
          request
              .bucket(bucket)
              .key(key)
              .uploadId(upload)
              .multipartUpload(whole -> whole.parts(sent)));
    } catch (SdkException | IOException e) {
      drop(upload, e);
      throw e;
    }
  }

  private CompletedPart put(String upload, int number, Part part) throws IOException {
    String md5 = part.md5();
    var answer =
        client.uploadPart(
            request ->
                request.bucket(bucket).key(key).uploadId(upload).partNumber(number).contentMD5(md5),
            RequestBody.fromContentProvider(part::open, part.bytes(), "application/octet-stream"));
    return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
  }

  /// What cannot be dropped now is swept later.
  private void drop(String upload, Exception why) {
    try {
      client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
    } catch (SdkException e) {
      why.addSuppressed(e);
    }
  }

  /// A stretch of a file.
  private record Part(Path file, long offset, long bytes) {
    InputStream open() {
      try {
        return BoundedInputStream.builder()
            .setInputStream(Channels.newInputStream(FileChannel.open(file).position(offset)))
            .setMaxCount(bytes)
            .get();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String md5() throws IOException {
      var digest = Digests.md5();
      try (var in = open()) {
        Digests.through(in, digest);
      }
      return Base64.getEncoder().encodeToString(digest.digest());
    }
  }
}
