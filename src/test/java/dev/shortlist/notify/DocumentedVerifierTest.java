package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The verifier in docs/api.md, as a receiver would use it.
class DocumentedVerifierTest {
  private static final Instant AT = Instant.ofEpochSecond(1_772_442_904);
  private static final String BODY = "{\"type\":\"webhook.test\",\"data\":{\"n\":\"ü\"}}";

  private final String secret = Signature.newSecret();
  private final String signature =
      Signature.of(List.of(Signature.newSecret(), secret), "m1", AT, BODY);

  @Test
  void a_message_of_ours_is_genuine_with_either_secret() throws Exception {
    assertThat(verified(BODY, signature, AT)).isEqualTo("True");
  }

  @Test
  void a_changed_body_a_foreign_signature_and_an_old_message_are_not() throws Exception {
    assertThat(verified(BODY.replace("test", "best"), signature, AT)).isEqualTo("False");
    assertThat(verified(BODY, "v1,AAAA", AT)).isEqualTo("False");
    assertThat(verified(BODY, signature, AT.plusSeconds(301))).isEqualTo("False");
  }

  private String verified(String body, String signed, Instant now) throws Exception {
    String call =
        """
        print(is_genuine("%s", {"webhook-id": "m1", "webhook-timestamp": "%d", "webhook-signature": "%s"},
          '%s'.encode(), %d))
        """
            .formatted(secret, AT.getEpochSecond(), signed, body, now.getEpochSecond());
    return python(documented() + call).strip();
  }

  private static String documented() throws IOException {
    String docs = Files.readString(Path.of("docs/api.md"));
    int start = docs.indexOf("```python\n") + "```python\n".length();
    return docs.substring(start, docs.indexOf("```", start));
  }

  private static String python(String program) throws Exception {
    Process python;
    try {
      python = new ProcessBuilder("python3", "-X", "utf8", "-").redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "python3 is not installed");
      throw e;
    }
    try (var in = python.getOutputStream()) {
      in.write(program.getBytes(StandardCharsets.UTF_8));
    }
    return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
