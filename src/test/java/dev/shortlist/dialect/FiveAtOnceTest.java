package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.applicants.Applicant;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.screening.Labels;
import dev.shortlist.screening.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Five client families on one server at a time, each with its own pile.
@Tag("slow")
class FiveAtOnceTest {
  private static final List<String> DIALECTS =
      List.of("bulkscreen", "analyzer", "persona", "cvbatch", "taskqueue");
  private static final List<String> FIRST_NAMES =
      List.of("Ann", "Bob", "Cid", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jule");
  private static final List<String> LAST_NAMES =
      List.of(
          "Archer", "Baker", "Carter", "Draper", "Ember", "Fisher", "Glover", "Hunter", "Iver",
          "Joiner", "Keeler", "Lorimer", "Mason", "Naylor", "Ostler", "Potter", "Quiller", "Ropley",
          "Sawyer", "Turner");
  private static final List<String> SKILLS =
      List.of("Java, Spring Boot, PostgreSQL", "SAP, Excel", "Docker, Java", "nursing", "Excel");

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path folder;

  @Test
  void nothing_is_lost_and_nothing_mixed_up() throws IOException {
    assumeTrue(Clients.python(), "python3 is not on this machine");
    var running = new ArrayList<Clients.Running>();
    for (String dialect : DIALECTS) {
      running.add(Clients.start(dialect, shortlist.address(), pile(dialect)));
    }

    running.forEach(client -> client.end(600));

    var account = shortlist.get(Accounts.class).local();
    var applicants = shortlist.get(Applicants.class);
    for (String dialect : DIALECTS) {
      var files = new ArrayList<String>();
      for (var screening :
          shortlist.get(Labels.class).find(account, Map.of(Client.LABEL, dialect), 10)) {
        // A client that asked for its scores anew before it left does not wait for them.
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> isThrough(applicants.of(account, screening)));
        for (var applicant : applicants.of(account, screening)) {
          files.add(Texts.fileName(applicant.application()));
        }
      }
      assertThat(files).hasSize(200).doesNotHaveDuplicates();
      assertThat(files).allMatch(file -> file.startsWith(dialect));
    }
  }

  private static boolean isThrough(List<Applicant> applicants) {
    return applicants.stream()
        .allMatch(applicant -> applicant.application().stage() == Stage.COMPLETED);
  }

  /// 200 CVs of people who are in no other pile.
  private Path pile(String dialect) throws IOException {
    var pile = Files.createDirectory(folder.resolve(dialect));
    for (int i = 0; i < 200; i++) {
      String name =
          FIRST_NAMES.get(i % FIRST_NAMES.size()) + " " + LAST_NAMES.get(i / FIRST_NAMES.size());
      String cv =
          Cvs.of(name, SKILLS.get(i % SKILLS.size()))
              .replace("@example.com", "@" + dialect + ".example.com");
      Files.writeString(pile.resolve("%s-%03d.txt".formatted(dialect, i)), cv);
    }
    return pile;
  }
}
