package dev.shortlist.intake;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.GrowingUploadRefused.Why;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Files that arrive in pieces, over connections that may break: each piece is kept whole or not at
/// all, and whoever lost the connection asks how much arrived and goes on there, on any node.
@Component
public class GrowingUploads {
  private static final String SELECT =
      "select id, name, bytes, received, created_at from upload where account_id = :account ";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Storage storage;
  private final Submissions submissions;
  private final GrowingUploadSettings settings;
  private final Ids ids;
  private final Clock clock;

  GrowingUploads(
      JdbcClient jdbc,
      Tenancy tenancy,
      Storage storage,
      Submissions submissions,
      GrowingUploadSettings settings,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.storage = storage;
    this.submissions = submissions;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins a file.
  ///
  /// @param bytes that it will have
  /// @throws GrowingUploadRefused if that is too large, or too many are begun and not finished
  public GrowingUpload begin(AccountId account, String name, long bytes) {
    if (bytes < 1 || bytes > settings.limit().toBytes()) {
      throw new GrowingUploadRefused(
          Why.TOO_LARGE,
          "A file has 1 to %,d bytes but this has %,d: send it in parts, or have shortlist.upload.resumable.limit raised"
              .formatted(settings.limit().toBytes(), bytes));
    }
    expire(account);
    UUID id = ids.next();
    return tenancy.inAccount(
        account.value(),
        () -> {
          requireRoom(account);
          jdbc.sql(
                  """
                  insert into upload (account_id, id, name, bytes, created_at)
                  values (:account, :id, :name, :bytes, :now)
                  """)
              .param("account", account.value())
              .param("id", id)
              .param("name", name)
              .param("bytes", bytes)
              .param("now", Rows.time(clock.instant()))
              .update();
          return find(account, id).orElseThrow();
        });
  }

  /// Empty also when its time is over.
  public Optional<GrowingUpload> find(AccountId account, UUID id) {
    return tenancy.inAccount(account.value(), () -> one(account, id, ""));
  }

  /// Adds a piece.
  ///
  /// @param offset where it begins
  /// @param piece its bytes, which may be deleted afterwards
  /// @throws NoSuchElementException if the account has no such upload
  /// @throws GrowingUploadRefused if it does not begin where the last one ended, or is too large
  /// @throws UncheckedIOException if it cannot be kept
  public GrowingUpload append(AccountId account, UUID id, long offset, Path piece) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var upload = one(account, id, "for update").orElseThrow();
          long size = size(piece);
          requireStep(upload, offset, size);
          write(upload, piece);
          jdbc.sql(
                  "update upload set received = :received where account_id = :account and id = :id")
              .param("account", account.value())
              .param("id", id)
              .param("received", offset + size)
              .update();
          return one(account, id, "").orElseThrow();
        });
  }

  /// Takes the whole file into a screening, and drops the upload. Asked again, after an answer that
  /// was lost, it is gone; the file is in the screening's receipt.
  ///
  /// @throws NoSuchElementException if the account has no such upload
  /// @throws GrowingUploadRefused if bytes are missing
  public Receipt finish(AccountId account, UUID id, ScreeningId screening) {
    var upload = find(account, id).orElseThrow();
    if (upload.received() < upload.bytes()) {
      throw new GrowingUploadRefused(
          Why.OUT_OF_STEP,
          "%,d of %,d bytes have arrived: send the rest first"
              .formatted(upload.received(), upload.bytes()));
    }
    Receipt receipt;
    try (var whole = storage.growing(id).whole(upload.bytes())) {
      receipt =
          submissions.add(account, screening, List.of(new Upload(upload.name(), whole.path())));
    } catch (IOException e) {
      throw new UncheckedIOException("an upload cannot be put together", e);
    }
    drop(account, id);
    return receipt;
  }

  /// Drops what has arrived of a file; false if there is no such upload.
  public boolean drop(AccountId account, UUID id) {
    boolean dropped =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql("delete from upload where account_id = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                    == 1);
    if (dropped) {
      try {
        storage.growing(id).drop();
      } catch (IOException e) {
        throw new UncheckedIOException("an unfinished upload cannot be deleted", e);
      }
    }
    return dropped;
  }

  private void expire(AccountId account) {
    var over =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        "select id from upload where account_id = :account and created_at <= :oldest")
                    .param("account", account.value())
                    .param("oldest", Rows.time(clock.instant().minus(settings.life())))
                    .query((row, number) -> Rows.id(row, "id"))
                    .list());
    over.forEach(id -> drop(account, id));
  }

  private void requireRoom(AccountId account) {
    int open =
        jdbc.sql("select count(*) from upload where account_id = :account")
            .param("account", account.value())
            .query((row, number) -> row.getInt(1))
            .single();
    if (open >= settings.open()) {
      throw new GrowingUploadRefused(
          Why.TOO_MANY,
          "%d uploads are begun and not finished, which is the most: finish or delete one"
              .formatted(open));
    }
  }

  private void requireStep(GrowingUpload upload, long offset, long size) {
    if (offset != upload.received()) {
      throw new GrowingUploadRefused(
          Why.OUT_OF_STEP,
          "%,d bytes have arrived, and this piece begins at %,d: go on at %d"
              .formatted(upload.received(), offset, upload.received()));
    }
    if (offset + size > upload.bytes()) {
      throw new GrowingUploadRefused(
          Why.TOO_LARGE,
          "The file has %,d bytes, and with this piece it would have %,d"
              .formatted(upload.bytes(), offset + size));
    }
  }

  /// Writes at the place the row tells: what an attempt before left behind it is written over.
  private void write(GrowingUpload upload, Path piece) {
    try {
      storage.growing(upload.id()).write(upload.received(), piece);
    } catch (IOException e) {
      throw new UncheckedIOException("a piece of an upload cannot be kept", e);
    }
  }

  private static long size(Path piece) {
    try {
      return Files.size(piece);
    } catch (IOException e) {
      throw new UncheckedIOException("a piece of an upload is gone", e);
    }
  }

  private Optional<GrowingUpload> one(AccountId account, UUID id, String hold) {
    return jdbc.sql(SELECT + "and id = :id and created_at > :oldest " + hold)
        .param("account", account.value())
        .param("id", id)
        .param("oldest", Rows.time(clock.instant().minus(settings.life())))
        .query((row, number) -> upload(row))
        .optional();
  }

  private GrowingUpload upload(ResultSet row) throws SQLException {
    var created = Rows.instant(row, "created_at");
    return new GrowingUpload(
        Rows.id(row, "id"),
        Rows.text(row, "name"),
        row.getLong("bytes"),
        row.getLong("received"),
        created,
        created.plus(settings.life()));
  }
}
