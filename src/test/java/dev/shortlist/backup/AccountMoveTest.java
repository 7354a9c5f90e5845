package dev.shortlist.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.Users;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import dev.shortlist.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An account goes to another installation as it was, and nothing else goes with it.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class AccountMoveTest {
  @RegisterExtension static final RunningShortlist here = new RunningShortlist(Map.of());
  @RegisterExtension static final TestDatabase elsewhere = new TestDatabase();

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @TempDir Path temp;
  private Storage store;
  private AccountId account;
  private ScreeningId screening;
  private UUID user;
  private UUID target;

  @BeforeEach
  void an_account_with_a_screening() throws IOException {
    account = new AccountId(here.database().account());
    target = elsewhere.account();
    store = Storage.inFolder(temp.resolve("store"));
    user = here.get(Users.class).add(account, mail(), "Owen", Role.OWNER).id();
    screening = completed(account, "Ann", "Bob");
    here.get(Decisions.class)
        .decide(account, List.of(best(account).id()), Verdict.SHORTLISTED, "good", "user/" + user);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void it_arrives_as_it_was_under_other_ids() throws IOException {
    var file = exported();

    var moved = load(file, target);

    assertThat(moved.files()).isEqualTo(2);
    for (Kind kind : Kind.IMPORTED) {
      if (!kind.rewritten().isEmpty()) {
        continue;
      }
      var left = rows(here.database(), kind, account.value());
      var arrived = rows(elsewhere, kind, target);
      assertThat(arrived).as(kind.name()).isEqualTo(left);
    }
    assertThat(ids(elsewhere, target))
        .doesNotContainAnyElementsOf(ids(here.database(), account.value()));
    for (String hash : hashes(account)) {
      try (var kept = store.open(hash)) {
        assertThat(kept.readAllBytes()).isNotEmpty();
      }
    }
    assertThat(
            one(
                elsewhere,
                target,
                "select disabled_at is not null and password is null from app_user"))
        .isEqualTo("t");
    assertThat(
            one(
                elsewhere,
                target,
                "select count(*) from decision d join app_user u on d.decided_by = 'user/' || u.id"))
        .isEqualTo("1");
  }

  @Test
  void its_ranking_is_the_same_bit_for_bit_in_another_account_of_the_same_installation()
      throws IOException {
    var beside = new AccountId(here.database().account());

    importer(here.database(), here.get(Storage.class))
        .importFrom(exported(), beside.value(), id -> {});

    var copy = here.get(Screenings.class).list(beside, 10).getFirst();
    assertThat(copy.state()).isEqualTo(Screening.State.COMPLETED);
    assertThat(ranking(beside, copy.id())).isEqualTo(ranking(account, screening));
    var more = completed(beside, "Cid");
    assertThat(here.get(Screenings.class).find(beside, more).orElseThrow().number())
        .as("numbers go on")
        .isEqualTo(copy.number() + 1);
  }

  @Test
  void what_models_made_of_applications_and_what_was_spent_is_known_there() throws IOException {
    change(
        account,
        """
        insert into judgement
          (account_id, application_id, match_id, screening_id, state, why, created_at)
        select account_id, id, match_id, screening_id, 'LOCAL', 'CUT', now()
          from application where id = '%s'
        """
            .formatted(best(account).id()));
    change(
        account,
        """
        insert into model_call
          (account_id, id, screening_id, application_ids, attempt, provider, model, outcome, cost,
           input_tokens, output_tokens, made_at)
        values ('%1$s', gen_random_uuid(), '%2$s', '{}', 1, 'OPENAI', 'm', 'Answered', 30, 20, 10,
                '2026-10-31T23:59:00Z'),
               ('%1$s', gen_random_uuid(), '%2$s', '{}', 1, 'OPENAI', 'm', 'Lost', 5, 0, 0,
                '2026-11-01T00:00:00Z')
        """
            .formatted(account, screening));

    load(exported(), target);

    assertThat(
            one(
                elsewhere,
                target,
                "select string_agg(model_state, ' ' order by model_state) from application"))
        .isEqualTo("LOCAL UNASKED");
    assertThat(
            one(
                elsewhere,
                target,
                """
                select string_agg(concat_ws(' ', month, calls, input_tokens, output_tokens, cost),
                                  ', ' order by month)
                  from model_spent
                """))
        .isEqualTo("2026-10-01 1 20 10 30, 2026-11-01 1 0 0 5");
  }

  @Test
  void nothing_of_another_account_and_no_secret_is_in_it() throws IOException {
    var neighbour = new AccountId(here.database().account());
    completed(neighbour, "Canaria");
    change(
        account,
        "update app_user set password = 'secretcanary', totp = 'secretcanary' where id = '%s'"
            .formatted(user));
    change(
        account,
        """
        insert into webhook (account_id, id, url, description, events, secret, created_at)
        values ('%s', gen_random_uuid(), 'https://example.com/secretcanary', '', '{}', 'secretcanary', now())
        """
            .formatted(account));

    var file = exported();

    var contents = new ByteArrayOutputStream();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        contents.write(entry.getName().getBytes(StandardCharsets.UTF_8));
        zip.getInputStream(entry).transferTo(contents);
      }
    }
    assertThat(contents.toString(StandardCharsets.ISO_8859_1))
        .contains("Ann")
        .doesNotContainIgnoringCase("canaria")
        .doesNotContain("secretcanary", neighbour.toString());
  }

  @Test
  void an_import_that_was_cut_off_is_run_again_and_one_that_is_done_changes_nothing()
      throws IOException {
    var file = exported();
    assertThatThrownBy(() ->
            importer(elsewhere, store)
                .importFrom(
                    file,
                    target,
                    id -> {
                      throw new IllegalStateException("cut off");
                    }))
        .hasMessage("cut off");
    assertThat(one(elsewhere, target, "select count(*) from application")).isEqualTo("0");

    load(file, target);
    var before = rows(elsewhere, kind("decisions"), target);

    assertThatThrownBy(() -> load(file, target)).isInstanceOf(AccountImport.AlreadyImported.class);
    assertThat(rows(elsewhere, kind("decisions"), target)).isEqualTo(before);
    var other = exported();
    assertThatThrownBy(() -> load(other, target))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageContaining("the account has job descriptions already");
  }

  @Test
  void a_file_that_is_not_what_was_exported_is_refused_and_leaves_nothing() throws IOException {
    var file = exported();
    refused(
        changed(file, (name, bytes) -> name.equals("manifest.json") ? null : bytes),
        "not to its end");
    refused(
        changed(file, (name, bytes) -> replaced(name, bytes, "\"format\" : 1", "\"format\" : 2")),
        "of format 2");
    refused(
        changed(
            file,
            (name, bytes) -> replaced(name, bytes, "\"kind\" : \"notes\"", "\"kind\" : \"newer\"")),
        "upgrade");
    refused(
        changed(
            file,
            (name, bytes) ->
                name.equals("kinds/results.jsonl")
                    ? replaced("", bytes, "\"total\":", "\"totaL\":")
                    : bytes),
        "kinds/results.jsonl is not what it was");
    refused(
        changed(
            file,
            (name, bytes) ->
                name.startsWith("files/") ? "other".getBytes(StandardCharsets.UTF_8) : bytes),
        "is not what it was");
    refused(changed(file, (name, bytes) -> name.startsWith("files/") ? null : bytes), "0 of 2 CVs");
    refused(
        changed(file, Map.of("../../evil", new byte[1]), (name, bytes) -> bytes),
        "a name no export has");
    refused(
        changed(file, Map.of("kinds/bomb.jsonl", new byte[16 << 20]), (name, bytes) -> bytes),
        "would unpack from");
    var half = temp.resolve("half.zip");
    var whole = Files.readAllBytes(file);
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    refused(half, "no whole ZIP");
    for (Kind kind : Kind.IMPORTED) {
      if (kind.mustBeNew()) {
        assertThat(rows(elsewhere, kind, target)).as(kind.name()).isEmpty();
      }
    }
  }

  /// Bytes are kept by hash for all accounts: a row that names a CV is not enough to have it.
  @Test
  void a_cv_that_did_not_come_along_is_not_reached_by_its_hash() throws IOException {
    var hash = hashes(account).getFirst();
    var file = exported();
    var claims =
        changed(
            file,
            (name, bytes) ->
                name.equals("files/" + hash)
                    ? null
                    : replaced(
                        name,
                        replaced(
                            name, bytes, "\"missing\" : [ ]", "\"missing\" : [ \"" + hash + "\" ]"),
                        "\"files\" : 2",
                        "\"files\" : 1"));

    load(claims, target);

    assertThat(one(elsewhere, target, "select count(*) from document where hash = '" + hash + "'"))
        .isEqualTo("0");
    assertThat(
            one(
                elsewhere,
                target,
                "select count(*) from application where document_hash is not null"))
        .isEqualTo("2");
    var hides =
        changed(
            file,
            (name, bytes) ->
                name.equals("files/" + hash)
                    ? null
                    : replaced(name, bytes, "\"files\" : 2", "\"files\" : 1"));
    var next = elsewhere.account();
    assertThatThrownBy(() -> load(hides, next))
        .hasMessageContaining("the CV " + hash + " is missing");
  }

  /// Whoever makes a table says here whether an account takes it along.
  @Test
  void every_table_of_an_account_is_exported_or_stays_for_a_reason() {
    var decided = new HashSet<>(Kind.STAY.keySet());
    Kind.IMPORTED.forEach(kind -> decided.add(kind.table()));
    Kind.RECORDS.forEach(kind -> decided.add(kind.table()));

    assertThat(
            here.database()
                .jdbc()
                .sql(
                    """
                    select c.relname from pg_class c
                      join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
                     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                    """)
                .query(String.class)
                .list())
        .as("say in backup.Kind whether a new table is exported with its account")
        .containsExactlyInAnyOrderElementsOf(decided);
  }

  private Path exported() throws IOException {
    var file = temp.resolve(UUID.randomUUID() + ".zip");
    new AccountExport(here.database().dataSource(), here.get(Storage.class), Clock.systemUTC())
        .exportTo(account.value(), file);
    return file;
  }

  private Backup.Moved load(Path file, UUID into) {
    return importer(elsewhere, store)
        .importFrom(
            file,
            into,
            id ->
                elsewhere
                    .jdbc()
                    .sql(
                        """
                        insert into audit_entry (account_id, position, at, actor, action, subject, detail, hash)
                        values (:account, 1, now(), 'operator', 'account.imported', '', :id, '')
                        """)
                    .param("account", into)
                    .param("id", id)
                    .update());
  }

  private static AccountImport importer(TestDatabase database, Storage into) {
    return new AccountImport(database.jdbc(), database.tenancy(), into);
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(() -> load(file, target))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageContaining(why);
  }

  private Path changed(Path file, BiFunction<String, byte[], byte @Nullable []> change)
      throws IOException {
    return changed(file, Map.of(), change);
  }

  private Path changed(
      Path file, Map<String, byte[]> added, BiFunction<String, byte[], byte @Nullable []> change)
      throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    entries.putAll(added);
    var result = temp.resolve(UUID.randomUUID() + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(result))) {
      for (var entry : entries.entrySet()) {
        var bytes = change.apply(entry.getKey(), entry.getValue());
        if (bytes != null) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(bytes);
          zip.closeEntry();
        }
      }
    }
    return result;
  }

  private static byte[] replaced(String name, byte[] bytes, String from, String to) {
    return name.startsWith("files/")
        ? bytes
        : new String(bytes, StandardCharsets.UTF_8)
            .replace(from, to)
            .getBytes(StandardCharsets.UTF_8);
  }

  /// As they are but for the ids, which are numbered in the order they come in.
  private static List<String> rows(TestDatabase database, Kind kind, UUID of) {
    return database.inAccount(
        of,
        jdbc ->
            jdbc
                .sql(
                    "select to_jsonb(%1$s) - 'change' - 'account_id' from %1$s where account_id = :account and %2$s"
                        .formatted(kind.table(), kind.condition()))
                .param("account", of)
                .query((row, number) -> ID.matcher(row.getString(1)).replaceAll("ID"))
                .list()
                .stream()
                .sorted()
                .toList());
  }

  private static Set<String> ids(TestDatabase database, UUID of) {
    var ids = new HashSet<String>();
    for (Kind kind : Kind.IMPORTED) {
      var rows =
          database.inAccount(
              of,
              jdbc ->
                  jdbc.sql(
                          "select t::text from %s t where account_id = :account"
                              .formatted(kind.table()))
                      .param("account", of)
                      .query(String.class)
                      .list());
      rows.forEach(row -> ID.matcher(row).results().forEach(id -> ids.add(id.group())));
    }
    return ids;
  }

  private static String one(TestDatabase database, UUID of, String sql) {
    return database
        .tenancy()
        .inAccount(
            of,
            () ->
                Objects.requireNonNull(
                    database.jdbc().sql(sql).query((row, n) -> row.getString(1)).single()));
  }

  private static Kind kind(String name) {
    return Kind.IMPORTED.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> hashes(AccountId of) {
    return here.get(Applications.class).list(of, screening, null, 10).stream()
        .map(Application::documentHash)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private Application best(AccountId of) {
    return here.get(Applications.class).ranking(of, screening, 0, 1).getFirst().application();
  }

  private static List<String> ranking(AccountId of, ScreeningId screening) {
    return here.get(Applications.class).ranking(of, screening, 0, 100).stream()
        .map(AccountMoveTest::said)
        .toList();
  }

  private static String said(RankedApplication one) {
    return one.rank()
        + " "
        + one.application().file()
        + " "
        + one.application().verdict()
        + " "
        + one.profile()
        + " "
        + one.match();
  }

  private ScreeningId completed(AccountId of, String... names) throws IOException {
    var job =
        here.get(JobDescriptions.class)
            .create(of, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    var made = here.get(Screenings.class).create(of, null, job.id(), null).id();
    for (String name : names) {
      var cv =
          Files.writeString(
              temp.resolve(name + ".txt"),
              "%1$s Example\n%2$s\n\nExperience\nAccountant, %1$s Ltd, 2019 - 2024\nSAP%3$s\n"
                  .formatted(name, mail(), name.equals("Ann") ? " and Excel" : ""));
      here.get(Intake.class).add(of, made, List.of(new Upload(name + ".txt", cv)));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            here.get(Screenings.class).find(of, made).orElseThrow().state()
                == Screening.State.COMPLETED);
    return made;
  }

  private static String mail() {
    return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
  }

  private static void change(AccountId of, String sql) {
    here.database().tenancy().inAccount(of.value(), () -> here.database().jdbc().sql(sql).update());
  }
}
