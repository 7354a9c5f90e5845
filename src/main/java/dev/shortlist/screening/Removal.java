package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Removes screenings and applications with all that hangs on them alone, in the transaction that
/// is going on.
@Component
public class Removal {
  private static final List<String> OF_A_SCREENING =
      List.of(
          """
          delete from decision d
           using application a
           where d.account_id = :account and a.account_id = :account and a.id = d.application_id
             and a.screening_id = :screening
          """,
          "delete from received where account_id = :account and screening_id = :screening",
          "delete from model_answer where account_id = :account and screening_id = :screening",
          """
          delete from model_answer w
           using application a
           where w.account_id = :account and a.account_id = :account
             and a.screening_id = :screening and w.application_ids @> array[a.id]
          """,
          """
          update application set match_id = null
           where account_id = :account and screening_id = :screening and match_id is not null
          """,
          """
          delete from match m
           using application a
           where m.account_id = :account and a.account_id = :account and a.id = m.application_id
             and a.screening_id = :screening
          """,
          "delete from application where account_id = :account and screening_id = :screening",
          "delete from screening where account_id = :account and id = :screening");

  private static final List<String> OF_AN_APPLICATION =
      List.of(
          "delete from decision where account_id = :account and application_id = :application",
          "delete from received where account_id = :account and application_id = :application",
          """
          delete from model_answer
           where account_id = :account and application_ids @> array[cast(:application as uuid)]
          """,
          """
          update application set match_id = null
           where account_id = :account and id = :application and match_id is not null
          """,
          "delete from match where account_id = :account and application_id = :application",
          """
          delete from candidate_document d
           using application a
           where d.account_id = :account and a.account_id = :account and a.id = :application
             and d.document_hash = a.document_hash
             and not exists (select from application other
                              where other.account_id = :account and other.id <> a.id
                                and other.document_hash = a.document_hash)
          """,
          "delete from application where account_id = :account and id = :application");

  private final JdbcClient jdbc;
  private final States states;
  private final LifeCycle lifeCycle;
  private final Changes changes;

  Removal(JdbcClient jdbc, States states, LifeCycle lifeCycle, Changes changes) {
    this.jdbc = jdbc;
    this.states = states;
    this.lifeCycle = lifeCycle;
    this.changes = changes;
  }

  /// Cancels what is under way.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public void end(AccountId account, ScreeningId screening) {
    if (Action.CANCEL.isPossible(states.hold(account, screening))) {
      lifeCycle.cancel(account, screening);
    }
  }

  /// Lets nobody else change the screening until the transaction ends. Who holds several holds them
  /// in the order of their ids.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public void hold(AccountId account, ScreeningId screening) {
    states.hold(account, screening);
  }

  /// Removes a screening that is over, and what belongs to it alone.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public void remove(AccountId account, ScreeningId screening) {
    states.hold(account, screening);
    for (String statement : OF_A_SCREENING) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("screening", screening.value())
          .update();
    }
  }

  /// Removes an application that is through, as if it had never come; its file goes when no other
  /// has it. The credit for reading it stays spent.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public void remove(AccountId account, ScreeningId screening, ApplicationId application) {
    states.hold(account, screening);
    for (String statement : OF_AN_APPLICATION) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("application", application.value())
          .update();
    }
    changes.changed(account, screening);
  }
}
