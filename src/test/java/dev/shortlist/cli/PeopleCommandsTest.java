package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleCommandsTest {

  @Test
  void a_user_is_an_owner_of_the_first_account_unless_said_otherwise() {
    assertThat(Spoken.by("user", "add", "ann@example.com").out())
        .contains("add ann@example.com as owner to null");
    assertThat(
            Spoken.by("user", "add", "bob@example.com", "--role", "viewer", "--account", "acme")
                .out())
        .contains("add bob@example.com as viewer to acme");
  }

  @Test
  void what_is_refused_is_said_in_one_line() {
    var spoken = Spoken.by("user", "add", "nobody");

    assertThat(spoken.exit()).isEqualTo(Exit.COULD_NOT_RUN);
    assertThat(spoken.err()).isEqualToIgnoringNewLines("shortlist: nobody is no e-mail address");
  }

  @Test
  void keys_and_credits_have_commands_too() {
    assertThat(Spoken.by("key", "add", "crawler", "--days", "30").out())
        .contains("key crawler as recruiter for 30 days");
    assertThat(Spoken.by("key", "revoke", "7").out()).contains("revoke 7");
    assertThat(Spoken.by("credits", "grant", "500").out()).contains("grant 500 to null");
  }
}
