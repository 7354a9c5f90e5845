package dev.shortlist.storage;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The S3 bucket uploaded files are kept in, where one is set.
///
/// @param bucket absent for the folder
/// @param endpoint of a server other than Amazon's: `https://s3.example.com`
/// @param region as the server calls it; servers of one region take any
/// @param pathStyle whether the bucket stands in the path instead of the host name; absent: with an
///   endpoint
/// @param prefix what every key begins with, as when the bucket is shared
/// @param accessKey absent to find keys as Amazon's tools do: environment, profile, the machine's
///   role
/// @param secretKey of the access key
/// @param encryption of the files by the server: `AES256` or `aws:kms`; absent for what the bucket
///   is set to
/// @param kmsKey id of the key, with `aws:kms`
/// @param silence how long to wait for a connection or an answer
/// @param attempt how long one transfer may take
/// @param part files larger than this go in parts of this size
@Validated
@ConfigurationProperties("shortlist.s3")
public record S3Settings(
    @Nullable String bucket,
    @Nullable URI endpoint,
    @DefaultValue("us-east-1") String region,
    @Nullable Boolean pathStyle,
    @DefaultValue("") String prefix,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable String encryption,
    @Nullable String kmsKey,
    @DefaultValue("10s") Duration silence,
    @DefaultValue("2m") Duration attempt,
    @DefaultValue("32MB") DataSize part) {

  /// A variable that is set to nothing is not set.
  public S3Settings {
    bucket = given(bucket);
    accessKey = given(accessKey);
    secretKey = given(secretKey);
    encryption = given(encryption);
    kmsKey = given(kmsKey);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  boolean bucketInPath() {
    return pathStyle == null ? endpoint != null : pathStyle;
  }

  @AssertTrue(message = "access-key and secret-key are given together, or neither")
  boolean isKeyWhole() {
    return (accessKey == null) == (secretKey == null);
  }

  @AssertTrue(message = "encryption is AES256 or aws:kms, and kms-key goes with aws:kms")
  boolean isEncryptionKnown() {
    return encryption == null
        ? kmsKey == null
        : encryption.equals("aws:kms") || (encryption.equals("AES256") && kmsKey == null);
  }

  @AssertTrue(message = "part is 5MB or more")
  boolean isPartTaken() {
    return part.toMegabytes() >= 5;
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "S3Settings[bucket=%s, endpoint=%s, region=%s, prefix=%s]"
        .formatted(bucket, endpoint, region, prefix);
  }
}
