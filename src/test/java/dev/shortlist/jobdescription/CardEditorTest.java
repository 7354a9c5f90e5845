package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardEditorTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final JobDescriptionReader READER = new JobDescriptionReader(TAXONOMY);

  private final CardEditor editor = new CardEditor(READER, TAXONOMY);
  private final JobDescription card =
      READER.read(
          null,
          VisibleText.of(
              """
              Accountant

              Requirements
              - 3 years of experience in accounting
              - SAP
              - Driving licence required
              Nice to have
              - Excel
              """));

  @Test
  void what_is_kept_as_it_is_does_not_change() {
    assertThat(edited(all())).isEqualTo(card);
  }

  @Test
  void what_is_left_out_is_gone_and_the_order_is_the_persons() {
    assertThat(edited(keep("Excel"), keep("SAP")).requirements())
        .extracting(Requirement::label)
        .containsExactly(find("Excel").label(), find("SAP").label());
  }

  @Test
  void what_is_added_is_read_and_becomes_a_line_of_the_text() {
    var edited = edited(keep("SAP"), new Wanted.Added("4 years of  Java or Kotlin", null, null));
    var added = edited.requirements().get(1);
    assertThat(added.need()).isInstanceOf(Need.Skill.class);
    assertThat(((Need.Skill) added.need()).anyOf()).hasSize(2);
    assertThat(((Need.Skill) added.need()).years()).isEqualTo(4);
    assertThat(added.id()).isNotIn(card.requirements().stream().map(Requirement::id).toList());
    assertThat(added.passage().quote()).isEqualTo("4 years of Java or Kotlin");
    assertThat(edited.text().text().substring(added.passage().start()))
        .startsWith("4 years of Java or Kotlin");
    assertThat(edited.text().text()).startsWith(card.text().text());
  }

  @Test
  void importance_brings_its_weight_and_a_given_weight_stands() {
    double sap = find("SAP").weight();
    assertThat(changed("SAP", Importance.PREFERRED, null).weight())
        .isCloseTo(sap * 0.4, within(1e-9));
    assertThat(changed("SAP", Importance.GATE, null).weight()).isEqualTo(1);
    assertThat(changed("SAP", Importance.PREFERRED, 0.9).weight()).isEqualTo(0.9);
    assertThat(changed("Excel", Importance.REQUIRED, null).importance())
        .isEqualTo(Importance.REQUIRED);
  }

  @Test
  void years_and_alternatives_can_be_changed() {
    var sap = new Wanted.Kept(find("SAP").id(), null, null, null, 2, List.of("SAP", "Excel"));
    var changed = edited(sap).requirements().getFirst();
    assertThat(changed.label())
        .isEqualTo(find("SAP").label() + " or " + find("Excel").label() + ", 2 years");
    assertThat(changed.passage()).isEqualTo(find("SAP").passage());
  }

  @Test
  void what_cannot_be_is_refused_with_the_value() {
    refused("No requirement is left");
    refused("no requirement r99", Wanted.Kept.asItIs("r99"));
    refused("there twice", keep("SAP"), keep("SAP"));
    refused("1 to 500 characters", new Wanted.Added("  ", null, null));
    refused("but this one is 1.5", new Wanted.Added("SQL", null, 1.5));
    refused("but this one is 0.0", kept("SAP", null, 0.0, null, List.of()));
    refused("give 0 to 60", kept("SAP", null, null, 61, List.of()));
    refused(
        "\"blorfing\" is not in the taxonomy", kept("SAP", null, null, null, List.of("blorfing")));
    var licence =
        card.requirements().stream()
            .filter(one -> one.need() instanceof Need.Condition)
            .findFirst()
            .orElseThrow();
    refused(
        "always a gate",
        new Wanted.Kept(licence.id(), null, Importance.REQUIRED, null, null, List.of()));
    refused("takes no years", new Wanted.Kept(licence.id(), null, null, null, 2, List.of()));
  }

  private void refused(String message, Wanted... wanted) {
    assertThatThrownBy(() -> edited(wanted))
        .isInstanceOf(InvalidCard.class)
        .hasMessageContaining(message);
  }

  private JobDescription edited(Wanted... wanted) {
    return editor.edited(card, card.title(), List.of(wanted));
  }

  private Requirement changed(String label, Importance importance, @Nullable Double weight) {
    return edited(kept(label, importance, weight, null, List.of())).requirements().getFirst();
  }

  private Wanted[] all() {
    return card.requirements().stream()
        .map(one -> Wanted.Kept.asItIs(one.id()))
        .toArray(Wanted[]::new);
  }

  private Wanted keep(String label) {
    return Wanted.Kept.asItIs(find(label).id());
  }

  private Wanted kept(
      String label,
      @Nullable Importance importance,
      @Nullable Double weight,
      @Nullable Integer years,
      List<String> anyOf) {
    return new Wanted.Kept(find(label).id(), null, importance, weight, years, anyOf);
  }

  private Requirement find(String label) {
    return card.requirements().stream()
        .filter(one -> one.label().contains(label))
        .findFirst()
        .orElseThrow();
  }
}
