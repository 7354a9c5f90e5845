package dev.shortlist.skills;

import static dev.shortlist.skills.Relation.Kind.BROADER;
import static dev.shortlist.skills.Relation.Kind.NARROWER;
import static dev.shortlist.skills.Relation.Kind.RELATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelationsTest {
  private final Taxonomy taxonomy = Taxonomy.standard();
  private final Taxonomy own =
      taxonomy.extendedBy(
          """
          @tool
          Gadget * 0.6
            Red gadget
              Red mini gadget
            Blue gadget ~ Yellow widget 0.5
          Widget
            Yellow widget
              Yellow mini widget
          """);

  @Test
  void a_skill_shows_itself_in_full() {
    assertThat(taxonomy.relation("java", "java")).isEqualTo(new Relation(Relation.Kind.SAME, 1));
  }

  @Test
  void a_narrower_skill_shows_nearly_all_of_the_asked_one() {
    relates("gadget", "red-gadget", NARROWER, 0.95);
    relates("gadget", "red-mini-gadget", NARROWER, 0.95 * 0.95);
    relates("sql", "postgresql", NARROWER, 0.95);
  }

  @Test
  void a_broader_skill_shows_less_with_each_step() {
    relates("red-gadget", "gadget", BROADER, 0.4);
    relates("red-mini-gadget", "gadget", BROADER, 0.2);
  }

  @Test
  void a_link_counts_either_way_round_and_down_from_its_end() {
    relates("blue-gadget", "yellow-widget", RELATED, 0.5);
    relates("yellow-widget", "blue-gadget", RELATED, 0.5);
    relates("blue-gadget", "yellow-mini-widget", RELATED, 0.5 * 0.95);
  }

  @Test
  void siblings_are_as_near_as_their_parent_says() {
    relates("red-gadget", "blue-gadget", RELATED, 0.6);
  }

  @Test
  void a_weak_way_is_none() {
    assertThat(own.relation("red-mini-gadget", "yellow-widget")).isEqualTo(Relation.NONE);
    assertThat(taxonomy.relation("wound-care", "java")).isEqualTo(Relation.NONE);
    assertThat(taxonomy.relation("no-such-skill", "java")).isEqualTo(Relation.NONE);
  }

  @Test
  void near_databases_are_related() {
    relates("postgresql", "mysql", RELATED, 0.75);
  }

  @Test
  void an_account_adds_its_own_terms() {
    assertThat(own.mentions("one red gadget, two gadgets"))
        .extracting(SkillMention::skill)
        .containsExactly("red-gadget", "gadget");
    assertThat(taxonomy.mentions("one red gadget")).isEmpty();
    assertThat(own.version()).isNotEqualTo(taxonomy.version());
  }

  @Test
  void a_name_with_two_meanings_is_refused() {
    assertThatThrownBy(() -> taxonomy.extendedBy("@tool\nPythonista = Python"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pythonista")
        .hasMessageContaining("Python");
  }

  @Test
  void a_reference_to_nothing_is_refused() {
    assertThatThrownBy(() -> taxonomy.extendedBy("@tool\nHammerette < Grand hammer"))
        .hasMessageContaining("no skill is called Grand hammer");
  }

  @Test
  void a_skill_broader_than_itself_is_refused() {
    assertThatThrownBy(
            () -> taxonomy.extendedBy("@tool\nFirst gear < Second gear\nSecond gear < First gear"))
        .hasMessageContaining("broader than itself");
  }

  @Test
  void a_line_that_is_not_understood_is_named() {
    assertThatThrownBy(() -> taxonomy.extendedBy("@tool\nGizmo {sometimes}"))
        .hasMessageContaining("skills/own:3")
        .hasMessageContaining("sometimes");
  }

  private void relates(String asked, String found, Relation.Kind kind, double strength) {
    var relation = own.relation(asked, found);
    assertThat(relation.kind()).isEqualTo(kind);
    assertThat(relation.strength()).isCloseTo(strength, within(1e-9));
  }
}
