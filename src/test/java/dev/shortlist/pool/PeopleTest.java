package dev.shortlist.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.StoredCvs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class PeopleTest {
  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.roles", "web"));

  private final People people = shortlist.get(People.class);
  private final Blind blind = shortlist.get(Blind.class);
  private AccountId account;
  private Screening screening;

  @BeforeEach
  void two_have_applied() {
    account = new AccountId(shortlist.database().account());
    var stored = new StoredCvs(shortlist, account);
    stored.add("wilhelmina", cv("Wilhelmina Quist", "wq", "Hamburg, Germany", "SAP"));
    stored.add("barnaby", cv("Barnaby Thorne", "bt", "Lyon, France", "Excel"));
    screening = stored.screened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wilhelmina",
        "Quist",
        "Wilhelmina Quist",
        "wq@example.com",
        "wq@",
        "example.com",
        "accountant quist",
        "wilhelmina.txt"
      })
  void nobody_is_found_by_words_that_are_hidden(String words) {
    assertThat(found(words(words))).isEmpty();
    assertThat(found(new People.Wanted("", List.of(words), 0, "", ""))).isEmpty();
  }

  @Test
  void nobody_is_found_by_a_place_that_is_hidden() {
    assertThat(found(living("hamburg"))).isEmpty();
    assertThat(found(living("germany"))).isEmpty();
  }

  @Test
  void everybody_is_found_by_what_is_judged_also_while_names_are_hidden() {
    assertThat(found(People.Wanted.ALL)).containsExactlyInAnyOrder("Quist", "Thorne");
    assertThat(found(words("accountant"))).hasSize(2);
    assertThat(found(words("northmoor"))).hasSize(2);
    assertThat(found(new People.Wanted("", List.of("SAP"), 3, "", ""))).containsExactly("Quist");
  }

  @Test
  void in_an_opened_screening_people_are_found_by_names_addresses_and_places() {
    blind.show(account, screening.id(), true, "test");

    assertThat(found(words("quist"))).containsExactly("Quist");
    assertThat(found(words("bt@example.com"))).containsExactly("Thorne");
    assertThat(found(living("hamburg"))).containsExactly("Quist");
  }

  @Test
  void who_alone_was_shown_is_found_and_who_alone_was_hidden_is_not() {
    blind.show(account, screening.id(), application("Quist"), true, "test");
    assertThat(found(words("quist"))).containsExactly("Quist");
    assertThat(found(words("thorne"))).isEmpty();

    blind.show(account, screening.id(), true, "test");
    blind.show(account, screening.id(), application("Quist"), false, "test");
    assertThat(found(words("quist"))).isEmpty();
    assertThat(found(living("hamburg"))).isEmpty();
    assertThat(found(words("thorne"))).containsExactly("Thorne");
  }

  @Test
  void what_another_account_opened_opens_nothing_here() {
    blind.show(account, screening.id(), true, "test");
    var other = new AccountId(shortlist.database().account());

    assertThat(blind.names(other)).isEqualTo(new Names(Set.of(), Set.of()));
    assertThat(people.find(other, words("quist"), blind.names(account), 0, 10).people()).isEmpty();
  }

  private ApplicationId application(String name) {
    return people.find(account, People.Wanted.ALL, blind.names(account), 0, 10).people().stream()
        .filter(person -> name(person).equals(name))
        .map(person -> Objects.requireNonNull(person.last()).application())
        .findFirst()
        .orElseThrow();
  }

  private List<String> found(People.Wanted wanted) {
    var page = people.find(account, wanted, blind.names(account), 0, 10);
    assertThat(page.total()).isEqualTo(page.people().size());
    return page.people().stream().map(PeopleTest::name).toList();
  }

  private static String name(People.Person person) {
    String name = Objects.requireNonNull(person.profile().contact().name()).value();
    return name.substring(name.indexOf(' ') + 1);
  }

  private static People.Wanted words(String words) {
    return new People.Wanted(words, List.of(), 0, "", "");
  }

  private static People.Wanted living(String place) {
    return new People.Wanted("", List.of(), 0, place, "");
  }

  private static String cv(String name, String address, String place, String skill) {
    return """
    %s
    %s@example.com
    %s

    Experience
    Accountant, Northmoor Ceramics
    Jan 2012 - Dec 2024
    - Prepared the monthly accounts with %s

    Skills
    %s
    """
        .formatted(name, address, place, skill, skill);
  }
}
