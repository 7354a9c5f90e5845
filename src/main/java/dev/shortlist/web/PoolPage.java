package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.pool.People;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.screening.StoredJobDescription;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The pool.
///
/// @param total how many were found
/// @param ranked absent while the pool is looked through
record PoolPage(
    PeopleController.Sought sought,
    List<StoredJobDescription> jobs,
    List<Row> people,
    int total,
    @Nullable PoolRanked ranked) {
  static final int PLACES = 50;
  private static final int SKILLS = 6;

  static PoolPage found(
      PeopleController.Sought sought,
      List<StoredJobDescription> jobs,
      List<Row> people,
      int total) {
    return new PoolPage(sought, jobs, people, total, null);
  }

  static PoolPage ranked(
      PeopleController.Sought sought, List<StoredJobDescription> jobs, PoolRanked ranked) {
    return new PoolPage(sought, jobs, List.of(), 0, ranked);
  }

  boolean more() {
    return total > sought.at() * PLACES;
  }

  boolean isChosen(StoredJobDescription job) {
    return ranked != null && ranked.asked().number() == job.number();
  }

  /// The address of another page of what was found, up to its number.
  String address() {
    return UriComponentsBuilder.fromPath("/candidates")
            .queryParam("q", "{q}")
            .queryParam("skill", "{skill}")
            .queryParam("years", sought.years())
            .queryParam("place", "{place}")
            .queryParam("label", "{label}")
            .encode()
            .buildAndExpand(sought.q(), sought.skill(), sought.place(), sought.label())
            .toUriString()
        + "&page=";
  }

  /// One person. Where the name is hidden, so is the place.
  ///
  /// @param work what the person did last, empty when the CV does not say
  record Row(
      People.Person person,
      String name,
      String work,
      String years,
      String place,
      List<String> skills) {
    static Row of(People.Person person, Sight sight) {
      var last = person.last();
      boolean shown = last != null && sight.shows(last.application());
      var place = person.place();
      var work = lastWork(person.profile());
      return new Row(
          person,
          PoolPage.name(person.profile(), shown, person.number()),
          last == null ? "" : sight.words(last.application(), "", person.profile()).apply(work),
          Words.years(person.profile().years()),
          shown && place != null ? place : "",
          skills(person.profile()));
    }

    private static List<String> skills(Profile profile) {
      return profile.skills().stream()
          .filter(SkillUse::known)
          .sorted(Comparator.comparingDouble(SkillUse::years).reversed())
          .limit(SKILLS)
          .map(SkillUse::name)
          .toList();
    }
  }

  static String name(Profile profile, boolean shown, int number) {
    var name = profile.contact().name();
    return shown && name != null ? name.value() : Texts.say("pool.hidden-name", number);
  }

  static String lastWork(Profile profile) {
    return profile.work().stream()
        .map(work -> work.title())
        .filter(title -> title != null)
        .map(title -> title.value())
        .findFirst()
        .orElse("");
  }
}
