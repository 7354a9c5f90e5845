package dev.shortlist.backup;

import dev.shortlist.storage.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// CVs whose bytes were lost before the export. Bytes are kept by their hash for all accounts, so a
/// row may name only what came with it: a lost CV gets a name that nothing has, or an export could
/// reach for the CVs of others.
final class LostFiles {
  private final UUID account;
  private final Set<String> brought;
  private final Map<String, String> names = new HashMap<>();

  LostFiles(UUID account, AccountManifest manifest, Set<String> brought) {
    this.account = account;
    this.brought = brought;
    for (String hash : manifest.missing()) {
      var digest = Digests.sha256();
      digest.update("lost %s %s".formatted(account, hash).getBytes(StandardCharsets.UTF_8));
      if (!brought.contains(hash)) {
        names.put(hash, Digests.hex(digest));
      }
    }
  }

  /// A row, naming what is lost by its new name.
  String in(String line) {
    String changed = line;
    for (var name : names.entrySet()) {
      changed = changed.replace('"' + name.getKey() + '"', '"' + name.getValue() + '"');
    }
    return changed;
  }

  /// What another import, which was cut off, brought: nothing names it.
  void forgetOthers(JdbcClient jdbc) {
    jdbc.sql("delete from document where account_id = :account and hash <> all(:brought)")
        .param("account", account)
        .param("brought", brought.toArray(String[]::new))
        .update();
  }

  /// Looks whether every CV that is named came along or is known to be lost.
  void requireNoneUnsaid(JdbcClient jdbc) {
    var lost = Set.copyOf(names.values());
    jdbc.sql("select hash from document where account_id = :account")
        .param("account", account)
        .query(row -> {
          String hash = row.getString(1);
          if (!brought.contains(hash) && !lost.contains(hash)) {
            throw new BackupUnusable("the file is damaged: the CV %s is missing".formatted(hash));
          }
        });
  }
}
