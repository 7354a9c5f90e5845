package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Permission;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.pool.People;
import dev.shortlist.pool.PoolFit;
import dev.shortlist.pool.PoolRankings;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.skills.Taxonomy;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The pool: everybody the account knows, looked through or ranked for a job description.
@Controller
@RequestMapping("/candidates")
class PeopleController {
  private static final int MOST_PAGES = 10_000;

  private final Pages pages;
  private final CurrentAccount account;
  private final CurrentUser user;
  private final People people;
  private final PoolRankings rankings;
  private final JobDescriptions jobDescriptions;
  private final Blind blind;
  private final Taxonomy taxonomy;
  private final Receipted receipted;

  PeopleController(
      Pages pages,
      CurrentAccount account,
      CurrentUser user,
      People people,
      PoolRankings rankings,
      JobDescriptions jobDescriptions,
      Blind blind,
      Taxonomy taxonomy,
      Receipted receipted) {
    this.pages = pages;
    this.account = account;
    this.user = user;
    this.people = people;
    this.rankings = rankings;
    this.jobDescriptions = jobDescriptions;
    this.blind = blind;
    this.taxonomy = taxonomy;
    this.receipted = receipted;
  }

  /// @param job number of the job description to rank for, empty to look through all
  @GetMapping
  View pool(
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam(defaultValue = "") String job) {
    var sought = Sought.of(form);
    return receipted.find(account.id(), sought.q()).orElseGet(() -> pool(sought, job));
  }

  private View pool(Sought sought, String job) {
    AccountId id = account.id();
    var jobs = jobDescriptions.list(id);
    if (!job.isBlank()) {
      return pages.show("pool", PoolPage.ranked(sought, jobs, ranked(id, job, sought.at())));
    }
    int from = (sought.at() - 1) * PoolPage.PLACES;
    var names = blind.names(id);
    var found = people.find(id, wanted(sought), names, from, PoolPage.PLACES);
    return pages.show(
        "pool",
        PoolPage.found(
            sought,
            jobs,
            found.people().stream().map(one -> PoolPage.Row.of(one, sight(names, one))).toList(),
            found.total()));
  }

  /// The part that changes while the pool is ranked.
  @GetMapping("/ranked")
  View ranking(@RequestParam String job, @RequestParam(defaultValue = "1") int page) {
    return pages.show("poolranked", ranked(account.id(), job, Math.clamp(page, 1, MOST_PAGES)));
  }

  /// Begins to rank, and shows how far it is.
  @PostMapping("/ranked")
  View rank(@RequestParam String job) {
    var asked = get(account.id(), job);
    rankings.begin(account.id(), asked);
    return new RedirectView("/candidates?job=" + asked.number(), true);
  }

  /// Stops ranking; what is compared stays.
  @PostMapping("/ranked/stop")
  View stop(@RequestParam String job) {
    var asked = get(account.id(), job);
    rankings.cancel(account.id(), asked);
    return new RedirectView("/candidates?job=" + asked.number(), true);
  }

  private PoolRanked ranked(AccountId id, String job, int page) {
    var asked = get(id, job);
    var ranking = rankings.get(id, asked); // before the rows: what changes later is told
    int from = (page - 1) * PoolPage.PLACES;
    var names = blind.names(id);
    return new PoolRanked(
        asked,
        ranking,
        user.principal().may(Permission.SCREEN),
        rankings.page(id, asked, from, PoolPage.PLACES).stream()
            .map(fit -> PoolRanked.Row.of(fit, sight(names, fit)))
            .toList(),
        page);
  }

  private static Sight sight(Names names, PoolFit fit) {
    var application = fit.application();
    return application == null ? Sight.BLIND : Sight.of(names, application.screening());
  }

  private static Sight sight(Names names, People.Person person) {
    var last = person.last();
    return last == null ? Sight.BLIND : Sight.of(names, last.screening());
  }

  private People.Wanted wanted(Sought sought) {
    var skills =
        Stream.of(sought.skill().split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> taxonomy.named(name).map(found -> found.name()).orElse(name))
            .toList();
    return new People.Wanted(sought.q(), skills, sought.years(), sought.place(), sought.label());
  }

  private StoredJobDescription get(AccountId id, String key) {
    return jobDescriptions
        .find(id, key)
        .orElseThrow(() -> Trouble.notFound("job description", key));
  }

  /// What the page is asked for.
  ///
  /// @param at the page, from 1
  record Sought(String q, String skill, int years, String place, String label, int at) {
    static Sought of(MultiValueMap<String, String> form) {
      return new Sought(
          text(form, "q"),
          text(form, "skill"),
          Math.min(60, whole(form, "years", 0)),
          text(form, "place"),
          text(form, "label"),
          Math.clamp(whole(form, "page", 1), 1, MOST_PAGES));
    }

    boolean isAll() {
      return (q + skill + place + label).isBlank() && years == 0;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
      var given = form.getFirst(name);
      return given == null ? "" : given.strip();
    }

    private static int whole(MultiValueMap<String, String> form, String name, int absent) {
      String given = text(form, name);
      return given.matches("\\d{1,5}") ? Integer.parseInt(given) : absent;
    }
  }
}
