package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a model is given of a CV right after it was matched is what is stored of it.
@Tag("slow")
class CasesTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final AccountId account = new AccountId(shortlist.database().account());
  private final Cases cases = shortlist.get(Cases.class);

  @Test
  void a_case_is_the_same_from_memory_and_from_its_rows(@TempDir Path folder) throws IOException {
    var screening =
        matched(sample(folder, "mara-lindholm.pdf"), sample(folder, "sam-whitlock.pdf"));
    var applications =
        shortlist.get(Applications.class).list(account, screening, null, 10).stream()
            .map(one -> one.id().value())
            .toList();

    var justMatched = cases.list(account, applications);
    var fromRows = cases.list(account, applications); // each is given from memory once

    assertThat(justMatched).hasSize(2).isEqualTo(fromRows);
    assertThat(justMatched.getFirst().reading()).isNotSameAs(fromRows.getFirst().reading());
  }

  @Test
  void no_other_account_is_given_it(@TempDir Path folder) throws IOException {
    var screening = matched(sample(folder, "priya-raman.pdf"));
    var application =
        shortlist.get(Applications.class).list(account, screening, null, 1).getFirst().id().value();

    assertThat(cases.list(new AccountId(UUID.randomUUID()), List.of(application))).isEmpty();
    assertThat(cases.list(account, List.of(application))).hasSize(1);
  }

  private ScreeningId matched(Upload... cvs) {
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\nRequirements\n- SAP\n- Excel", null);
    var screenings = shortlist.get(Screenings.class);
    var screening = screenings.create(account, null, job.id(), null).id();
    shortlist.get(Intake.class).add(account, screening, List.of(cvs));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            screenings.find(account, screening).orElseThrow().state() == Screening.State.COMPLETED);
    return screening;
  }

  private static Upload sample(Path folder, String name) throws IOException {
    try (var in =
        Objects.requireNonNull(CasesTest.class.getResourceAsStream("/samples/cvs/" + name))) {
      return new Upload(name, Files.write(folder.resolve(name), in.readAllBytes()));
    }
  }
}
