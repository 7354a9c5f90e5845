package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/// The files as they were uploaded.
@Component
public class Originals {
  private final Storage storage;
  private final Audit audit;

  Originals(Storage storage, Audit audit) {
    this.storage = storage;
    this.audit = audit;
  }

  /// The bytes of an application's file, which the caller closes. Whoever takes a file out of the
  /// program is on record.
  ///
  /// @throws NoSuchElementException if it was refused before it was kept
  /// @throws IOException if it cannot be read
  public InputStream open(AccountId account, Application application) throws IOException {
    String hash = application.documentHash();
    if (hash == null) {
      throw new NoSuchElementException(
          "the file of application " + application.id() + " was refused");
    }
    var bytes = storage.open(hash);
    audit.note(account, "application.file", "application/" + application.id(), "");
    return bytes;
  }
}
