package dev.shortlist.intake;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.retention.StoredFiles;
import dev.shortlist.screening.Action;
import dev.shortlist.screening.Admission;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.storage.Storage;
import dev.shortlist.storage.StorageBatch;
import dev.shortlist.storage.StoredFile;
import dev.shortlist.tasks.NodeRole;
import dev.shortlist.tasks.NodeSettings;
import dev.shortlist.text.FileFinder;
import dev.shortlist.text.FoundFile;
import dev.shortlist.text.Reason;
import dev.shortlist.text.TextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes CVs into a screening.
@Component
public class Intake {
  private static final int FILES_AT_ONCE = 1000;

  private final FileFinder finder;
  private final TextExtractor extractor;
  private final NodeSettings node;
  private final Storage storage;
  private final Tenancy tenancy;
  private final Register register;
  private final Admission admission;
  private final StoredFiles storedFiles;

  Intake(
      FileFinder finder,
      TextExtractor extractor,
      NodeSettings node,
      Storage storage,
      Tenancy tenancy,
      Register register,
      Admission admission,
      StoredFiles storedFiles) {
    this.finder = finder;
    this.extractor = extractor;
    this.node = node;
    this.storage = storage;
    this.tenancy = tenancy;
    this.register = register;
    this.admission = admission;
    this.storedFiles = storedFiles;
  }

  /// Takes files, and those inside ZIPs, into the screening: all of them or, if this throws, none.
  ///
  /// The files may be deleted afterwards.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such screening
  /// @throws dev.shortlist.screening.ScreeningClosed if it was cancelled
  /// @throws dev.shortlist.tasks.QueueFull if too many wait already; then nothing is kept
  /// @throws UploadLimitReached if the account would have sent or stored too much
  /// @throws UncheckedIOException if the files cannot be kept
  public Receipt add(AccountId account, ScreeningId screening, List<Upload> uploads) {
    requireRoom(account, uploads.size());
    return enter(account, screening, keep(uploads));
  }

  /// As [#add], and lets what is taken in wait until the screening is resumed, unless it runs.
  public Receipt collect(AccountId account, ScreeningId screening, List<Upload> uploads) {
    requireRoom(account, uploads.size());
    return enter(account, screening, keep(uploads), Action.COLLECT);
  }

  /// Makes sure, before the bytes are kept, that there is room for as many as are seen from
  /// outside.
  ///
  /// @throws dev.shortlist.tasks.QueueFull if there is not
  void requireRoom(AccountId account, int uploads) {
    tenancy.inAccount(account.value(), () -> admission.requireRoom(account, uploads));
  }

  /// Keeps the bytes of `uploads`. This may take long: do it before a transaction is open.
  List<Found> keep(List<Upload> uploads) {
    if (node.is(NodeRole.WORKER)) {
      extractor.expect();
    }
    var found = new ArrayList<Found>();
    try (var batch = storage.batch()) {
      for (Upload upload : uploads) {
        finder.find(upload.name(), upload.file(), file -> found.add(keep(file, batch)));
      }
      commit(batch);
    } catch (IOException e) {
      throw notKept(e);
    }
    return found;
  }

  /// Takes files whose bytes are kept into the screening, in the transaction that is going on, or
  /// in one of its own.
  Receipt enter(AccountId account, ScreeningId screening, List<Found> files) {
    return enter(account, screening, files, Action.ADD);
  }

  private Receipt enter(AccountId account, ScreeningId screening, List<Found> files, Action how) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var receipt = register.enter(account, screening, files, how);
          storedFiles.release(hashes(files));
          return receipt;
        });
  }

  /// Every file the screening ever received, in the order received.
  public List<Received> received(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(account.value(), () -> register.received(account, screening));
  }

  /// Some of the files the screening received, in the order received.
  ///
  /// @param systemFiles whether they are the system files that came along, or all the others
  /// @param from how many come before the first
  public List<Received> received(
      AccountId account, ScreeningId screening, boolean systemFiles, int from, int limit) {
    return tenancy.inAccount(
        account.value(), () -> register.received(account, screening, systemFiles, from, limit));
  }

  /// How many files the screening received, by what became of them.
  public List<Fate> fates(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(account.value(), () -> register.fates(account, screening));
  }

  /// The stored file of an application, if it was kept.
  Optional<Found> known(AccountId account, Application application) {
    return tenancy.inAccount(
        account.value(),
        () ->
            register
                .stored(account, application)
                .map(file -> {
                  storedFiles.claim(List.of(file.hash()));
                  return new Found.Kept(application.file(), file);
                }));
  }

  /// Nobody removes the files from here on; see [StoredFiles].
  private void commit(StorageBatch batch) throws IOException {
    storedFiles.claim(batch.hashes());
    batch.commit();
  }

  private static List<String> hashes(List<Found> files) {
    return files.stream()
        .filter(Found.Kept.class::isInstance)
        .map(file -> ((Found.Kept) file).file().hash())
        .toList();
  }

  private Found keep(FoundFile file, StorageBatch batch) {
    return switch (file) {
      case FoundFile.Readable readable -> new Found.Kept(readable.path(), add(readable, batch));
      case FoundFile.Refused(var path, var reason, var detail) ->
          new Found.Refused(path, reason, detail);
      case FoundFile.Ignored(var path) -> new Found.Ignored(path);
    };
  }

  private StoredFile add(FoundFile.Readable readable, StorageBatch batch) {
    try {
      var stored = batch.add(readable.file());
      if (batch.size() == FILES_AT_ONCE) {
        commit(batch);
      }
      return stored;
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  private static UncheckedIOException notKept(IOException e) {
    return new UncheckedIOException("an uploaded file cannot be kept", e);
  }

  /// One file of an upload.
  sealed interface Found {
    String path();

    record Kept(String path, StoredFile file) implements Found {}

    record Refused(String path, Reason reason, String detail) implements Found {}

    record Ignored(String path) implements Found {}
  }
}
