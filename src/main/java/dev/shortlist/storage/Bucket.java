package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// One bucket, asked in the words of this module: bytes are checked on their way in and out, and
/// what goes wrong is [StorageAway], a missing file, or a file that has changed.
final class Bucket implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final S3Client client;
  private final S3Settings settings;
  private final String name;

  Bucket(S3Settings settings) {
    this.settings = settings;
    this.name = Objects.requireNonNull(settings.bucket());
    this.client = client(settings);
  }

  private static S3Client client(S3Settings settings) {
    var builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.bucketInPath())
            .credentialsProvider(credentials(settings))
            // Servers other than Amazon's know few of the newer sums; ours go with each request.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClient(
                Apache5HttpClient.builder()
                    .connectionTimeout(settings.silence())
                    .socketTimeout(settings.silence())
                    .expectContinueEnabled(false)
                    .build())
            .serviceConfiguration(configuration ->
                configuration.expectContinueEnabled(false).chunkedEncodingEnabled(false))
            .overrideConfiguration(configuration ->
                configuration
                    .apiCallAttemptTimeout(settings.attempt())
                    .retryStrategy(RetryMode.STANDARD));
    var endpoint = settings.endpoint();
    return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
  }

  private static AwsCredentialsProvider credentials(S3Settings settings) {
    var key = settings.accessKey();
    var secret = settings.secretKey();
    return key == null || secret == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
  }

  String place() {
    return "the bucket %s%s".formatted(name, at());
  }

  private String at() {
    var endpoint = settings.endpoint();
    return endpoint == null ? "" : " at " + endpoint;
  }

  String key(String rest) {
    return settings.prefix() + rest;
  }

  /// Puts a file there; the server refuses bytes other than those that were summed up.
  void put(String key, Path file, String sha256, String md5) throws IOException {
    if (Files.size(file) > settings.part().toBytes()) {
      putInParts(key, file);
      return;
    }
    ask(() ->
        client.putObject(
            started(key).contentMD5(md5).checksumSHA256(base64(sha256)).build(),
            RequestBody.fromFile(file)));
  }

  private void putInParts(String key, Path file) throws IOException {
    var start =
        CreateMultipartUploadRequest.builder()
            .bucket(name)
            .key(key(key))
            .serverSideEncryption(settings.encryption())
            .ssekmsKeyId(settings.kmsKey())
            .build();
    var parts = new Parts(client, name, key(key), settings.part().toBytes());
    ask(() -> {
      parts.put(file, start);
      return file;
    });
  }

  void put(String key, byte[] bytes) throws IOException {
    ask(() -> client.putObject(started(key).build(), RequestBody.fromBytes(bytes)));
  }

  private PutObjectRequest.Builder started(String key) {
    return PutObjectRequest.builder()
        .bucket(name)
        .key(key(key))
        .serverSideEncryption(settings.encryption())
        .ssekmsKeyId(settings.kmsKey());
  }

  /// Adds what is kept as `key` to `file`.
  ///
  /// @param sha256 what it must be
  /// @throws NoSuchFileException if there is none
  void get(String key, Path file, String sha256) throws IOException {
    ask(() ->
        client.getObject(
            request -> request.bucket(name).key(key(key)),
            (response, in) -> receive(in, file, sha256)));
  }

  /// A transfer that was cut or damaged is made again.
  private static Path receive(InputStream in, Path file, String sha256) {
    try (in;
        var out = Files.newOutputStream(file)) {
      var digest = Digests.sha256();
      new DigestInputStream(in, digest).transferTo(out);
      if (!Digests.hex(digest).equals(sha256)) {
        throw new Changed("the stored file %s has changed in the bucket".formatted(sha256));
      }
      return file;
    } catch (IOException e) {
      throw RetryableException.create("the transfer failed: " + e.getMessage(), e);
    }
  }

  /// When and how large; null if there is none.
  @Nullable HeadObjectResponse head(String key) throws IOException {
    try {
      return ask(() -> client.headObject(request -> request.bucket(name).key(key(key))));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  void delete(String key) throws IOException {
    ask(() -> client.deleteObject(request -> request.bucket(name).key(key(key))));
  }

  /// Each object whose key begins with `start`, in the order of their keys, in pages of a thousand.
  ///
  /// @param page gets keys without the prefix of all
  void each(String start, Page page) throws IOException {
    String after = null;
    do {
      String from = after;
      var answer =
          ask(() ->
              client.listObjectsV2(
                  request -> request.bucket(name).prefix(key(start)).startAfter(from)));
      var objects =
          answer.contents().stream()
              .map(object -> new Kept(rest(object.key()), object.lastModified(), object.size()))
              .toList();
      page.visit(objects);
      after = Boolean.TRUE.equals(answer.isTruncated()) ? key(objects.getLast().key()) : null;
    } while (after != null);
  }

  private String rest(String key) {
    return key.substring(settings.prefix().length());
  }

  /// Drops transfers in parts that nobody finished.
  void dropUnfinished(Instant before) throws IOException {
    var answer =
        ask(() ->
            client.listMultipartUploads(request -> request.bucket(name).prefix(settings.prefix())));
    for (var upload : answer.uploads()) {
      if (upload.initiated().isBefore(before)) {
        ask(() ->
            client.abortMultipartUpload(
                request -> request.bucket(name).key(upload.key()).uploadId(upload.uploadId())));
      }
    }
  }

  private <T> T ask(Question<T> question) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.ask();
      } catch (NoSuchKeyException e) {
        throw noSuchFile(e);
      } catch (AwsServiceException e) {
        if (attempt < ATTEMPTS && isDamaged(e)) {
          continue;
        }
        throw away("answered %d %s".formatted(e.statusCode(), code(e)), e);
      } catch (SdkException e) {
        if (e.getCause() instanceof Changed changed) {
          throw changed;
        }
        throw away("does not answer: " + e.getMessage(), e);
      }
    }
  }

  private static NoSuchFileException noSuchFile(NoSuchKeyException e) {
    var missing = new NoSuchFileException("there is no such object");
    missing.initCause(e);
    return missing;
  }

  /// The server got other bytes than were sent.
  private static boolean isDamaged(AwsServiceException e) {
    return switch (code(e)) {
      case "BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch", "IncompleteBody" -> true;
      default -> false;
    };
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? "" : "" + e.awsErrorDetails().errorCode();
  }

  private StorageAway away(String what, Exception e) {
    return new StorageAway("%s %s".formatted(place(), what), e);
  }

  static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  @Override
  public void close() {
    client.close();
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  /// @param key without the prefix of all
  record Kept(String key, Instant changed, long bytes) {}

  @FunctionalInterface
  interface Page {
    void visit(List<Kept> objects) throws IOException;
  }

  /// Other bytes than were kept.
  private static final class Changed extends IOException {
    private static final long serialVersionUID = 1;

    Changed(String message) {
      super(message);
    }
  }
}
