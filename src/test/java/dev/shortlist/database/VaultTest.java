package dev.shortlist.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills in
class VaultTest {
  @TempDir Path folder;

  @Test
  void a_secret_comes_back_and_is_never_stored_the_same_twice() {
    var vault = new Vault(new SecretsSettings(null, file()));
    String sealed = vault.seal("totp/1", "JBSWY3DP");

    assertThat(vault.open("totp/1", sealed)).isEqualTo("JBSWY3DP");
    assertThat(sealed).doesNotContain("JBSWY3DP").isNotEqualTo(vault.seal("totp/1", "JBSWY3DP"));
  }

  @Test
  void the_next_start_and_another_node_with_the_same_file_open_it() {
    String sealed = new Vault(new SecretsSettings(null, file())).seal("a", "secret");

    assertThat(new Vault(new SecretsSettings(null, file())).open("a", sealed)).isEqualTo("secret");
  }

  @Test
  void a_secret_moved_to_another_row_or_changed_does_not_open() {
    var vault = new Vault(new SecretsSettings(null, file()));
    String sealed = vault.seal("totp/1", "secret");

    assertThatThrownBy(() -> vault.open("totp/2", sealed)).isInstanceOf(Vault.Unopened.class);
    assertThatThrownBy(() -> vault.open("totp/1", sealed.substring(0, 20)))
        .isInstanceOf(Vault.Unopened.class);
  }

  @Test
  void another_master_key_says_what_to_do() {
    String sealed = new Vault(new SecretsSettings(null, file())).seal("a", "secret");
    var other = new Vault(new SecretsSettings("A".repeat(43) + "=", file()));

    assertThatThrownBy(() -> other.open("a", sealed)).hasMessageContaining("SHORTLIST_SECRETS_KEY");
  }

  @Test
  void only_the_owner_may_read_the_key_and_a_key_others_may_read_is_refused() throws IOException {
    var settings = new SecretsSettings(null, file());
    var _ = new Vault(settings);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new Vault(settings))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void what_is_no_key_is_refused_without_showing_it() {
    assertThatThrownBy(() -> new Vault(new SecretsSettings("hunter2", file())))
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("hunter2");
  }

  private Path file() {
    return folder.resolve("deep").resolve("master.key");
  }
}
