package dev.shortlist.web;

import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.match.Dimension;
import dev.shortlist.screening.StoredJobDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What one version of a job description asks for and the one before did not.
///
/// @param changes in the order of the card; empty when only the order changed, or nothing
record Differences(int from, int to, List<Change> changes) {
  Differences {
    changes = List.copyOf(changes);
  }

  /// @param kind `added`, `removed` or `changed`
  record Change(String kind, String what, String before, String after) {}

  static Differences of(StoredJobDescription old, StoredJobDescription now) {
    var changes = new ArrayList<Change>();
    if (!old.content().title().equals(now.content().title())) {
      changes.add(
          changed(Texts.say("job.title-word"), old.content().title(), now.content().title()));
    }
    var before =
        old.content().requirements().stream()
            .collect(Collectors.toMap(Requirement::id, one -> one));
    for (var one : now.content().requirements()) {
      var was = before.remove(one.id());
      if (was == null) {
        changes.add(new Change("added", Texts.core(one.label()), "", describe(one)));
      } else if (!same(was, one)) {
        changes.add(changed(Texts.core(one.label()), describe(was), describe(one)));
      }
    }
    old.content().requirements().stream()
        .filter(one -> before.containsKey(one.id()))
        .forEach(
            one -> changes.add(new Change("removed", Texts.core(one.label()), describe(one), "")));
    for (var dimension : Dimension.values()) {
      int was = old.weights().of(dimension);
      int is = now.weights().of(dimension);
      if (was != is) {
        changes.add(
            changed(Words.dimension(dimension), Integer.toString(was), Integer.toString(is)));
      }
    }
    if (!old.content().text().equals(now.content().text())) {
      changes.add(text(old, now));
    }
    return new Differences(old.revision(), now.revision(), changes);
  }

  private static Change text(StoredJobDescription old, StoredJobDescription now) {
    var was = old.content().text().lines().stream().map(line -> line.text()).toList();
    var is = now.content().text().lines().stream().map(line -> line.text()).toList();
    return changed(
        Texts.say("job.text-word"),
        was.stream().filter(line -> !is.contains(line)).collect(Collectors.joining(" / ")),
        is.stream().filter(line -> !was.contains(line)).collect(Collectors.joining(" / ")));
  }

  private static Change changed(String what, String before, String after) {
    return new Change("changed", what, before, after);
  }

  private static boolean same(Requirement one, Requirement other) {
    return one.label().equals(other.label())
        && one.need().equals(other.need())
        && one.importance() == other.importance()
        && CardDraft.percent(one) == CardDraft.percent(other);
  }

  private static String describe(Requirement one) {
    return "%s, %s, %d"
        .formatted(
            Texts.core(one.label()),
            Texts.say("card.one." + one.importance().name()),
            CardDraft.percent(one));
  }
}
