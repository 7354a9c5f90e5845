package dev.shortlist.web;

import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.InvalidCard;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Wanted;
import dev.shortlist.match.Weights;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A requirements card as a person is changing it. The browser holds the state: what the card was
/// before, the steps since (sentences added, groups split, words replaced), and the fields of each
/// requirement; nothing is kept before it is saved.
///
/// @param content what is asked with all changes
/// @param steps the changes that made new requirements, in their order
/// @param removed requirements that are left out and can be put back
/// @param named ids of the requirements a person gave a name
/// @param trouble why the last change cannot be, empty when it is in
record CardDraft(
    JobDescription content,
    Weights weights,
    List<String> steps,
    List<Requirement> removed,
    Set<String> named,
    String trouble) {
  CardDraft {
    steps = List.copyOf(steps);
    removed = List.copyOf(removed);
    named = Set.copyOf(named);
  }

  /// A card nobody changed.
  static CardDraft of(JobDescription content, Weights weights) {
    return new CardDraft(content, weights, List.of(), List.of(), Set.of(), "");
  }

  /// Reads a form into what it makes of `before`.
  static CardDraft of(
      MultiValueMap<String, String> form,
      JobDescription before,
      Weights weights,
      CardEditor editor,
      Taxonomy taxonomy) {
    return new Reader(form, editor, taxonomy).read(before, weights);
  }

  /// One reading of one form.
  private static final class Reader {
    private static final String TITLE = "title";

    private final MultiValueMap<String, String> form;
    private final CardEditor editor;
    private final Taxonomy taxonomy;
    private final List<String> steps = new ArrayList<>();
    private final List<Requirement> removed = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private String trouble = "";

    Reader(MultiValueMap<String, String> form, CardEditor editor, Taxonomy taxonomy) {
      this.form = form;
      this.editor = editor;
      this.taxonomy = taxonomy;
    }

    CardDraft read(JobDescription before, Weights weights) {
      var stepped = before;
      for (String step : all("step")) {
        stepped = step(stepped, step);
      }
      String wanted = text("do");
      if (!wanted.isEmpty()) {
        stepped = step(stepped, wanted.equals("add") ? "add:" + text("sentence") : wanted);
      }
      var content = edited(stepped);
      return new CardDraft(content, CardWeights.of(form, weights), steps, removed, named, trouble);
    }

    private JobDescription step(JobDescription content, String step) {
      int colon = step.indexOf(':');
      String of = step.substring(colon + 1);
      try {
        var changed =
            switch (colon < 0 ? "" : step.substring(0, colon)) {
              case "add" -> editor.added(content, of);
              case "split" -> editor.split(content, of);
              case "reword" -> editor.reworded(content, Integer.parseInt(of));
              default -> content;
            };
        steps.add(step);
        return changed;
      } catch (InvalidCard cannot) {
        trouble = Texts.core(String.valueOf(cannot.getMessage()));
      } catch (NumberFormatException notOurs) {
        trouble = step;
      }
      return content;
    }

    private JobDescription edited(JobDescription content) {
      var had = Set.copyOf(all("had"));
      var kept = Set.copyOf(all("keep"));
      String title = title(content);
      var wanted =
          content.requirements().stream()
              .filter(one -> kept.contains(one.id()) || !had.contains(one.id()))
              .map(one -> had.contains(one.id()) ? wanted(one) : Wanted.Kept.asItIs(one.id()))
              .map(Wanted.class::cast)
              .toList();
      if (content.requirements().isEmpty()) {
        return content;
      }
      content.requirements().stream()
          .filter(one -> had.contains(one.id()) && !kept.contains(one.id()))
          .forEach(removed::add);
      if (wanted.isEmpty()) {
        return CardEditor.emptied(content);
      }
      try {
        return editor.edited(content, title, wanted);
      } catch (InvalidCard cannot) {
        trouble = Texts.core(String.valueOf(cannot.getMessage()));
        return content;
      }
    }

    private String title(JobDescription content) {
      String given = text("name").strip();
      boolean own = !given.equals(text("name0").strip()) || all("named").contains(TITLE);
      if (given.isEmpty() || !own) {
        return content.title();
      }
      named.add(TITLE);
      return given;
    }

    private Wanted.Kept wanted(Requirement one) {
      String importance = of("importance", one);
      return new Wanted.Kept(
          one.id(),
          name(one),
          importance.isEmpty() ? null : Importance.valueOf(importance),
          weight(one),
          takesYears(one) ? whole(of("years", one)) : null,
          anyOf(one));
    }

    /// A weight nobody moved stays what it is to the last digit.
    private @Nullable Double weight(Requirement one) {
      var percent = whole(of("weight", one));
      return percent == null || percent == percent(one)
          ? null
          : Math.clamp(percent, 1, 100) / 100.0;
    }

    /// The name a person gave it; else the editor names it after what it asks for.
    private @Nullable String name(Requirement one) {
      String given = of("label", one).strip();
      boolean own = !given.equals(of("label0", one).strip()) || all("named").contains(one.id());
      if (given.isEmpty() || !own) {
        return null;
      }
      named.add(one.id());
      return given;
    }

    private List<String> anyOf(Requirement one) {
      String names = of("any", one);
      return names.isBlank() || names.equals(CardDraft.anyOf(one.need(), taxonomy))
          ? List.of()
          : Stream.of(names.split("[,;]")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private List<String> all(String name) {
      return form.getOrDefault(name, List.of());
    }

    private String text(String name) {
      var value = form.getFirst(name);
      return value == null ? "" : value;
    }

    private String of(String name, Requirement one) {
      return text(name + "." + one.id());
    }

    private static @Nullable Integer whole(String number) {
      return number.matches("\\d{1,4}") ? Integer.valueOf(number) : null;
    }
  }

  /// Names of the skills of which any one will do; empty for other needs.
  static String anyOf(Need need, Taxonomy taxonomy) {
    return need instanceof Need.Skill skill
        ? skill.anyOf().stream()
            .map(id -> taxonomy.find(id).map(Skill::name).orElse(id))
            .collect(Collectors.joining(", "))
        : "";
  }

  /// The weight of a requirement as a slider shows it, 1 to 100.
  static int percent(Requirement one) {
    return Math.clamp(Math.round(one.weight() * 100), 1, 100);
  }

  static boolean takesYears(Requirement one) {
    return one.need() instanceof Need.Skill || one.need() instanceof Need.Experience;
  }
}
