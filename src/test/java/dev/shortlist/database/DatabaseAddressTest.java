package dev.shortlist.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @Test
  void a_url_as_clouds_give_it_is_taken_apart() {
    assertThat(
            DatabaseAddress.parse(
                "postgres://ann:p%40ss+1@db.example.com:6432/cvs?sslmode=require"))
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db.example.com:6432/cvs?sslmode=require", "ann", "p@ss+1"));
  }

  @Test
  void a_jdbc_url_stays_as_it_is() {
    String url = "jdbc:postgresql://db.example.com/cvs?user=ann&password=secret";

    assertThat(DatabaseAddress.parse(url)).isEqualTo(new DatabaseAddress(url, "", ""));
  }

  @Test
  void what_is_printed_has_no_password() {
    assertThat(DatabaseAddress.parse("jdbc:postgresql://db/cvs?password=secret"))
        .hasToString("jdbc:postgresql://db/cvs");
    assertThat(DatabaseAddress.parse("postgresql://ann:secret@db/cvs"))
        .hasToString("jdbc:postgresql://db/cvs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.example.com",
        "mysql://ann:secret@db/cvs",
        "postgresql://ann:secret@db",
        "postgresql://ann:se cret@db/cvs"
      })
  void anything_else_is_refused_without_repeating_it(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("postgresql://user:password@host:5432/name")
        .hasMessageNotContaining("secret");
  }
}
