package dev.shortlist.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/Ann-Example, ann-example",
    "github.com/ann, ann",
    "http://www.github.com/ann/, ann",
    "https://github.com/ann?tab=repositories, ann",
    "https://github.com/ann/ledger, ann",
    "https://github.com/ann#readme, ann"
  })
  void an_account_is_known_by_its_address(String link, String login) {
    assertThat(Logins.of(List.of(link))).contains(login);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com",
    "https://github.com/features",
    "https://github.com/orgs/northwind",
    "https://gitlab.com/ann",
    "https://notgithub.com/ann",
    "https://github.com.example.com/ann",
    "https://example.com/github.com/ann",
    "https://github.com/-ann",
    "https://github.com/ann_example",
    "https://github.com/../../rate_limit",
    "https://github.com/%2e%2e"
  })
  void other_addresses_name_none(String link) {
    assertThat(Logins.of(List.of(link))).isEmpty();
  }

  @Test
  void an_account_counts_more_than_a_repository_somewhere() {
    assertThat(
            Logins.of(
                List.of(
                    "https://github.com/torrent/one",
                    "https://github.com/torrent/two",
                    "https://github.com/ann")))
        .contains("ann");
  }

  @Test
  void of_repositories_alone_most_decide_and_then_the_first() {
    assertThat(Logins.of(List.of("github.com/big/project", "github.com/ann/a", "github.com/ann/b")))
        .contains("ann");
    assertThat(Logins.of(List.of("github.com/ann/a", "github.com/big/project"))).contains("ann");
  }
}
