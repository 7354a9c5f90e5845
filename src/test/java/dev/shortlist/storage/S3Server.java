package dev.shortlist.storage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 server in memory, and in front of it a line on which things go wrong when asked to.
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
public final class S3Server implements BeforeAllCallback, AfterAllCallback {
  static final String BUCKET = "cvs";
  private static final String KEY = "test-key";
  private static final String SECRET = "test-secret";

  private S3Proxy server;
  private FaultyLine line;
  private S3Client client;

  @Override
  public void beforeAll(@Nullable ExtensionContext test) throws Exception {
    start();
  }

  @Override
  public void afterAll(@Nullable ExtensionContext test) throws Exception {
    stop();
  }

  public void start() throws Exception {
    server =
        S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();
    server.start();
    line = new FaultyLine(server.getPort());
    client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
            .httpClient(Apache5HttpClient.create())
            .build();
    client.createBucket(request -> request.bucket(BUCKET));
  }

  public void stop() throws Exception {
    client.close();
    line.close();
    server.stop();
  }

  /// Between the program and the server.
  public FaultyLine line() {
    return line;
  }

  /// Settings of a program that keeps its files here.
  public Map<String, String> settings(String prefix) {
    return Map.of(
        "shortlist.s3.bucket", BUCKET,
        "shortlist.s3.endpoint", "http://127.0.0.1:" + line.port(),
        "shortlist.s3.access-key", KEY,
        "shortlist.s3.secret-key", SECRET,
        "shortlist.s3.prefix", prefix,
        "shortlist.s3.silence", "2s",
        "shortlist.s3.attempt", "30s");
  }

  /// Everything below `prefix`, without it.
  public List<String> keys(String prefix) {
    return client
        .listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix))
        .contents()
        .stream()
        .map(object -> object.key().substring(prefix.length()))
        .toList();
  }

  /// The bytes of everything below `prefix`, by key.
  public Map<String, byte[]> contents(String prefix) {
    var contents = new TreeMap<String, byte[]>();
    for (String key : keys(prefix)) {
      contents.put(
          key,
          client
              .getObjectAsBytes(request -> request.bucket(BUCKET).key(prefix + key))
              .asByteArray());
    }
    return contents;
  }

  public void put(String key, byte[] bytes) {
    client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  public void delete(String key) {
    client.deleteObject(request -> request.bucket(BUCKET).key(key));
  }

  /// How the server encrypts what is kept there.
  @Nullable String encryption(String key) {
    return client
        .headObject(request -> request.bucket(BUCKET).key(key))
        .serverSideEncryptionAsString();
  }

  int unfinished() {
    return client.listMultipartUploads(request -> request.bucket(BUCKET)).uploads().size();
  }
}
