package dev.shortlist.jobdescription;

import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Line;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes a job description's requirements as a person wants them.
///
/// What a person adds is read like any other sentence and becomes a line of the text, so that every
/// requirement keeps a sentence that asks for it.
public final class CardEditor {
  private static final int LONGEST = 500;
  private static final int MOST = 200;
  private static final int MOST_YEARS = 60;

  /// What a preferred requirement weighs against a required one, as [Weighing] has it.
  private static final double PREFERRED = 0.4;

  private final JobDescriptionReader reader;
  private final Taxonomy taxonomy;
  private final Rewording rewording = new Rewording();

  public CardEditor(JobDescriptionReader reader, Taxonomy taxonomy) {
    this.reader = reader;
    this.taxonomy = taxonomy;
  }

  /// `before` with exactly the requirements in `wanted`, in that order.
  ///
  /// @throws InvalidCard if one of them cannot be, or if none is left
  public JobDescription edited(JobDescription before, String title, List<Wanted> wanted) {
    if (wanted.isEmpty()) {
      throw new InvalidCard("No requirement is left: keep or add at least one.");
    }
    if (wanted.size() > MOST) {
      throw new InvalidCard(
          "There are %s requirements; a card holds %s.".formatted(wanted.size(), MOST));
    }
    return new Edit(before).of(title, wanted);
  }

  /// `before` and what a sentence more asks for.
  ///
  /// @throws InvalidCard if it asks for nothing
  public JobDescription added(JobDescription before, String sentence) {
    var wanted =
        new ArrayList<Wanted>(
            before.requirements().stream().map(one -> Wanted.Kept.asItIs(one.id())).toList());
    wanted.add(new Wanted.Added(sentence, null, null));
    return edited(before, before.title(), wanted);
  }

  /// `before` with a requirement of its own for each skill of which any one would do.
  ///
  /// @throws InvalidCard if the requirement asks for nothing that can be split
  public JobDescription split(JobDescription before, String id) {
    var requirements = new ArrayList<Requirement>();
    int last = before.requirements().stream().mapToInt(one -> number(one.id())).max().orElse(0);
    boolean found = false;
    for (var one : before.requirements()) {
      if (one.id().equals(id)
          && one.need() instanceof Need.Skill skill
          && skill.anyOf().size() > 1) {
        found = true;
        for (String any : skill.anyOf()) {
          var need = new Need.Skill(List.of(any), skill.years());
          boolean first = any.equals(skill.anyOf().getFirst());
          requirements.add(
              new Requirement(
                  first ? id : "r" + ++last,
                  label(one, need, null),
                  need,
                  one.importance(),
                  one.weight(),
                  one.passage()));
        }
      } else {
        requirements.add(one);
      }
    }
    if (!found) {
      throw new InvalidCard("The requirement %s asks for one thing only.".formatted(id));
    }
    return with(before, requirements);
  }

  /// `before` without any requirement: a card that cannot be kept until something is added.
  public static JobDescription emptied(JobDescription before) {
    return with(before, List.of());
  }

  /// What to write instead of the words `concern` is about; empty where they are best left out, and
  /// for a concern no words can mend.
  public Optional<String> wording(Concern concern) {
    return rewording.words(concern);
  }

  /// `before` with the [#wording] of one of its concerns, or without the sentence where there is
  /// none.
  ///
  /// @param concern its index
  /// @throws InvalidCard if there is no such concern, or no words can mend it
  public JobDescription reworded(JobDescription before, int concern) {
    if (concern < 0
        || concern >= before.concerns().size()
        || before.concerns().get(concern).kind() != Concern.Kind.UNLAWFUL) {
      throw new InvalidCard("There is no sentence %s to be reworded.".formatted(concern));
    }
    return rewording.applied(before, before.concerns().get(concern));
  }

  private static JobDescription with(JobDescription before, List<Requirement> requirements) {
    return new JobDescription(
        before.title(),
        before.text(),
        before.duties(),
        before.seniority(),
        before.occupation(),
        requirements,
        before.concerns(),
        before.version());
  }

  /// One change of one card.
  private final class Edit {
    private final JobDescription before;
    private final Map<String, Requirement> known;
    private final List<Line> lines;
    private final List<Requirement> requirements = new ArrayList<>();
    private int lastId;

    Edit(JobDescription before) {
      this.before = before;
      this.known =
          before.requirements().stream()
              .collect(Collectors.toMap(Requirement::id, Function.identity()));
      this.lines = new ArrayList<>(before.text().lines());
      this.lastId = known.keySet().stream().mapToInt(CardEditor::number).max().orElse(0);
    }

    JobDescription of(String title, List<Wanted> wanted) {
      var seen = new HashSet<String>();
      for (Wanted one : wanted) {
        switch (one) {
          case Wanted.Kept kept -> {
            if (!seen.add(kept.id())) {
              throw new InvalidCard("The requirement %s is there twice.".formatted(kept.id()));
            }
            requirements.add(changed(known(kept.id()), kept));
          }
          case Wanted.Added added -> add(added);
        }
      }
      return new JobDescription(
          title,
          new VisibleText(lines),
          before.duties(),
          before.seniority(),
          before.occupation(),
          requirements,
          before.concerns(),
          before.version());
    }

    private Requirement known(String id) {
      var requirement = known.get(id);
      if (requirement == null) {
        throw new InvalidCard(
            "There is no requirement %s; the card has %s."
                .formatted(id, String.join(", ", known.keySet().stream().sorted().toList())));
      }
      return requirement;
    }

    private void add(Wanted.Added added) {
      String sentence = added.sentence().strip().replaceAll("\\s+", " ");
      if (sentence.isEmpty() || sentence.length() > LONGEST) {
        throw new InvalidCard(
            "A requirement to add has 1 to %s characters but this one has %s."
                .formatted(LONGEST, sentence.length()));
      }
      var found = reader.read(before.title(), VisibleText.of("Requirements\n- " + sentence));
      if (found.requirements().isEmpty()) {
        throw new InvalidCard(
            "\"%s\" asks for nothing: write what the person should know or have done, for example \"3 years of SQL\"."
                .formatted(sentence));
      }
      var passage = append(sentence);
      for (Requirement one : said(found.requirements())) {
        var importance = importance(one.need(), added.importance(), one.importance());
        requirements.add(
            new Requirement(
                "r" + ++lastId,
                one.label(),
                one.need(),
                importance,
                added.weight() == null ? one.weight() : weight(added.weight()),
                passage));
      }
    }

    private Passage append(String sentence) {
      int block = lines.isEmpty() ? 1 : lines.getLast().block() + 1;
      int page = lines.isEmpty() ? 1 : lines.getLast().page();
      lines.add(new Line(sentence, page, block, null, 0, false));
      return new VisibleText(lines).line(lines.size() - 1);
    }

    private Requirement changed(Requirement requirement, Wanted.Kept kept) {
      var need = need(requirement, kept);
      var importance = importance(need, kept.importance(), requirement.importance());
      return new Requirement(
          requirement.id(),
          label(requirement, need, kept.label()),
          need,
          importance,
          kept.weight() == null ? weight(requirement, importance) : weight(kept.weight()),
          requirement.passage());
    }
  }

  // "3 years of SQL" alone makes the reader ask for three years of work too, which nobody wrote.
  private static List<Requirement> said(List<Requirement> found) {
    boolean years =
        found.stream().anyMatch(one -> one.need() instanceof Need.Skill skill && skill.years() > 0);
    return found.stream().filter(one -> !(years && one.need() instanceof Need.Experience)).toList();
  }

  private Need need(Requirement requirement, Wanted.Kept kept) {
    Integer years = kept.years();
    if (years != null && (years < 0 || years > MOST_YEARS)) {
      throw new InvalidCard(
          "%s asks for %s years: give 0 to %s.".formatted(requirement.label(), years, MOST_YEARS));
    }
    return switch (requirement.need()) {
      case Need.Skill skill ->
          new Need.Skill(
              kept.anyOf().isEmpty() ? skill.anyOf() : skills(kept.anyOf()),
              years == null ? skill.years() : years);
      case Need.Experience experience when kept.anyOf().isEmpty() ->
          new Need.Experience(years == null ? experience.years() : years, experience.field());
      case Need other when years == null && kept.anyOf().isEmpty() -> other;
      case Need _ ->
          throw new InvalidCard(
              "%s takes no %s: remove it and add a new requirement instead."
                  .formatted(requirement.label(), years == null ? "skills" : "years"));
    };
  }

  private List<String> skills(List<String> names) {
    return names.stream().map(name -> skill(name).id()).distinct().toList();
  }

  private Skill skill(String name) {
    return taxonomy
        .find(name)
        .or(() -> taxonomy.named(name))
        .orElseThrow(() ->
            new InvalidCard(
                "\"%s\" is not in the taxonomy: add it as a requirement in your own words instead."
                    .formatted(name)));
  }

  private String label(Requirement requirement, Need need, @Nullable String label) {
    if (label != null && !label.isBlank()) {
      return Labels.shortened(label.strip());
    }
    if (need.equals(requirement.need())) {
      return requirement.label();
    }
    return switch (need) {
      case Need.Skill skill ->
          Labels.skill(
              skill.anyOf().stream()
                  .map(id -> taxonomy.find(id).map(Skill::name).orElse(id))
                  .toList(),
              skill.years());
      case Need.Experience experience -> Labels.experience(experience, "in");
      case Need _ -> requirement.label();
    };
  }

  private static Importance importance(Need need, @Nullable Importance wanted, Importance before) {
    var importance = wanted == null ? before : wanted;
    boolean gate = importance == Importance.GATE;
    if (need instanceof Need.Condition && !gate) {
      throw new InvalidCard("A condition such as a licence or a place of work is always a gate.");
    }
    if (need instanceof Need.Wording && gate) {
      throw new InvalidCard(
          "Words that the taxonomy does not know cannot be a gate: a CV may say them differently.");
    }
    return importance;
  }

  private static double weight(double wanted) {
    if (!(wanted > 0 && wanted <= 1)) {
      throw new InvalidCard("A weight is above 0 and at most 1 but this one is " + wanted + ".");
    }
    return wanted;
  }

  private static double weight(Requirement requirement, Importance importance) {
    var before = requirement.importance();
    if (before == importance) {
      return requirement.weight();
    }
    return switch (importance) {
      case GATE -> 1;
      case PREFERRED -> before == Importance.GATE ? PREFERRED : requirement.weight() * PREFERRED;
      case REQUIRED ->
          before == Importance.GATE ? 1 : Math.min(1, requirement.weight() / PREFERRED);
    };
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }
}
