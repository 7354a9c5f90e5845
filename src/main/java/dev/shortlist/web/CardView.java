package dev.shortlist.web;

import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.skills.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A requirements card as the page shows it.
///
/// @param base id of the revision that is changed, empty for a text nobody kept
/// @param needs changes when what is asked changes, so that the pool is only then looked at anew
record CardView(CardDraft draft, String base, List<Row> rows, List<Warned> warnings, String needs) {

  static CardView of(CardDraft draft, String base, CardEditor editor, Taxonomy taxonomy) {
    var content = draft.content();
    var concerns = content.concerns();
    return new CardView(
        draft,
        base,
        content.requirements().stream().map(one -> Row.of(one, taxonomy)).toList(),
        IntStream.range(0, concerns.size())
            .mapToObj(i -> Warned.of(i, concerns.get(i), editor))
            .toList(),
        Integer.toHexString(
            content.requirements().stream()
                .map(one -> one.id() + one.need() + one.importance())
                .toList()
                .hashCode()));
  }

  List<Row> rows(Importance importance) {
    return rows.stream().filter(row -> row.asked().importance() == importance).toList();
  }

  /// One requirement.
  ///
  /// @param sentence absent where it says no more than the label
  /// @param anyOf names of the skills of which any one will do, empty for other needs
  record Row(Requirement asked, @Nullable String sentence, String anyOf) {
    static Row of(Requirement one, Taxonomy taxonomy) {
      String sentence = Words.unbulleted(one.passage().quote());
      return new Row(
          one,
          sentence.equals(one.label()) ? null : sentence,
          CardDraft.anyOf(one.need(), taxonomy));
    }

    int percent() {
      return CardDraft.percent(asked);
    }

    boolean weighs() {
      return asked.importance() != Importance.GATE;
    }

    boolean canSplit() {
      return asked.need() instanceof Need.Skill skill && skill.anyOf().size() > 1;
    }

    int years() {
      return switch (asked.need()) {
        case Need.Skill skill -> skill.years();
        case Need.Experience experience -> experience.years();
        case Need _ -> 0;
      };
    }

    boolean takesYears() {
      return CardDraft.takesYears(asked);
    }

    /// What it may become: a condition is always a gate, and unknown words never are.
    List<Importance> choices() {
      return Arrays.stream(Importance.values())
          .filter(one ->
              switch (asked.need()) {
                case Need.Condition _ -> one == Importance.GATE;
                case Need.Wording _ -> one != Importance.GATE;
                case Need _ -> true;
              })
          .toList();
    }
  }

  /// A concern.
  ///
  /// @param instead what to write, absent where the sentence is best left out
  record Warned(int index, Concern concern, @Nullable String instead) {
    static Warned of(int index, Concern concern, CardEditor editor) {
      return new Warned(index, concern, editor.wording(concern).orElse(null));
    }

    boolean canBeMended() {
      return concern.kind() == Concern.Kind.UNLAWFUL;
    }
  }
}
