package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTest {
  private final Languages languages = Languages.standard();

  @Test
  void finds_names_in_several_languages() {
    assertThat(languages.find("English, Deutsch, français, Spanisch, Polnisch"))
        .extracting(Languages.Mention::language)
        .containsExactly("English", "German", "French", "Spanish", "Polish");
  }

  @Test
  void capitals_matter_where_a_small_letter_makes_another_word() {
    assertThat(languages.find("I polish shoes")).isEmpty();
    assertThat(languages.find("Polish: native"))
        .containsExactly(new Languages.Mention("Polish", 0, 6));
  }

  @Test
  void a_name_alone_is_translated() {
    assertThat(languages.named("Niederländisch")).contains("Dutch");
    assertThat(languages.named("Klingon")).isEmpty();
  }

  @Test
  void many_languages_are_known() {
    assertThat(languages.all()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
  }

  @Test
  void a_name_alone_is_translated_from_further_languages() {
    assertThat(languages.named("angielski")).contains("English");
    assertThat(languages.named("saksa")).contains("German");
    assertThat(languages.find("saksa")).isEmpty();
  }
}
