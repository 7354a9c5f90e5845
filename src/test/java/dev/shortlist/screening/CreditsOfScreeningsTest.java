package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Credits;
import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CreditsOfScreeningsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir static Path folder;

  private AccountId account;
  private Screening screening;

  @BeforeEach
  void a_screening_in_an_account_with_three_credits() {
    account = new AccountId(shortlist.database().account());
    credits().grant(account, 3, "opening");
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    screening = shortlist.get(Screenings.class).create(account, null, job.id(), null);
  }

  @Test
  void a_cv_that_is_read_costs_a_credit_and_one_that_is_not_costs_none() throws IOException {
    add(cv("Ann Archer"), cv("Bob Baker"), file("broken.pdf", "%PDF-1.7 this is no PDF"));
    done();

    assertThat(credits().balance(account)).isEqualTo(new Balance.Limited(1, 0));
  }

  @Test
  void more_cvs_than_credits_are_refused_whole() {
    assertThatThrownBy(() -> add(cv("Ann"), cv("Bob"), cv("Cem"), cv("Dee")))
        .isInstanceOfSatisfying(
            InsufficientCredits.class,
            few -> assertThat(few.needed() + " of " + few.available()).isEqualTo("4 of 3"));

    assertThat(shortlist.get(Screenings.class).progress(account, screening.id()).total()).isZero();
    assertThat(credits().balance(account)).isEqualTo(new Balance.Limited(3, 0));
  }

  @Test
  void a_cv_sent_twice_costs_once() throws IOException {
    var cv = cv("Ann Archer");
    add(cv);
    done();
    add(cv);
    done();

    assertThat(credits().balance(account)).isEqualTo(new Balance.Limited(2, 0));
  }

  @Test
  void what_is_cancelled_gives_its_credits_back() throws IOException {
    add(cv("Ann Archer"), cv("Bob Baker"));
    shortlist.get(LifeCycle.class).cancel(account, screening.id());

    int done =
        shortlist.get(Screenings.class).progress(account, screening.id()).count(Stage.COMPLETED);
    assertThat(credits().balance(account)).isEqualTo(new Balance.Limited(3 - done, 0));
  }

  private Credits credits() {
    return shortlist.get(Credits.class);
  }

  private void add(Upload... uploads) {
    shortlist.get(Intake.class).add(account, screening.id(), List.of(uploads));
  }

  private void done() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).progress(account, screening.id()).finished()
                == shortlist.get(Screenings.class).progress(account, screening.id()).total());
  }

  private static Upload cv(String name) throws IOException {
    return file(
        name + ".txt",
        """
        %s
        someone@example.com

        Experience
        Accountant, Northmoor Ceramics
        Jan 2018 - Dec 2024
        - Prepared the monthly accounts with SAP and Excel
        """
            .formatted(name));
  }

  private static Upload file(String name, String content) throws IOException {
    return new Upload(name, Files.writeString(folder.resolve(UUID.randomUUID() + name), content));
  }
}
