package dev.shortlist.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TenancyTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private UUID mine;
  private UUID theirs;

  @BeforeEach
  void two_accounts_with_a_row_each() {
    mine = database.account();
    theirs = database.account();
    insert(mine, mine);
    insert(theirs, theirs);
  }

  @Test
  void an_account_sees_its_own_rows_only() {
    assertThat(database.tenancy().inAccount(mine, TenancyTest::owners)).containsExactly(mine);
  }

  @Test
  void without_an_account_there_are_no_rows() {
    database.tenancy().inAccount(mine, TenancyTest::owners);

    // The connection comes back from the pool with the setting emptied, not unset.
    for (int i = 0; i < 20; i++) {
      assertThat(owners()).isEmpty();
    }
  }

  @Test
  void an_account_writes_no_rows_of_another() {
    assertThatThrownBy(() -> insert(mine, theirs))
        .rootCause()
        .hasMessageContaining("violates row-level security policy");
    assertThat(
            database
                .tenancy()
                .inAccount(
                    mine,
                    () ->
                        database
                            .jdbc()
                            .sql("update counter set last = 0 where account_id = :account")
                            .param("account", theirs)
                            .update()))
        .isZero();
  }

  @Test
  void work_for_another_account_does_not_join_a_transaction() {
    var tenancy = database.tenancy();

    assertThatThrownBy(() -> tenancy.inAccount(mine, () -> tenancy.inAccount(theirs, () -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void every_table_of_accounts_has_the_fence_forced() {
    assertThat(
            database
                .superuser()
                .sql(
                    """
                    select c.relname
                      from pg_class c
                     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                       and not (c.relrowsecurity and c.relforcerowsecurity
                         and exists (select 1 from pg_policy p where p.polrelid = c.oid
                               and pg_get_expr(p.polqual, p.polrelid) like '%app.account%'))
                     order by 1
                    """)
                .query(String.class)
                .list())
        .as(
            "tables without the fence: the account itself, hashes of failed sign-ins, the limits accounts share, the engine's ids and nodes, how far a mailbox is read, Flyway's history")
        .containsExactly(
            "account",
            "arriving",
            "attempt",
            "bounce_box",
            "flyway_schema_history",
            "model_quota",
            "node",
            "task_cpu",
            "task_llm",
            "task_sys");
  }

  private static void insert(UUID as, UUID owner) {
    database
        .tenancy()
        .inAccount(
            as,
            () ->
                database
                    .jdbc()
                    .sql("insert into counter (account_id, kind, last) values (:owner, 'x', 1)")
                    .param("owner", owner)
                    .update());
  }

  private static List<UUID> owners() {
    return database
        .jdbc()
        .sql("select account_id from counter")
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }
}
