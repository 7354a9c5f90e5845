package dev.shortlist.web;

import dev.shortlist.accounts.Credits;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.calls.Spending;
import dev.shortlist.figures.Usage;
import dev.shortlist.judging.Dollars;
import dev.shortlist.tasks.Engine;
import dev.shortlist.web.Columns.Column;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// How the engine stands, and what the account had done.
@Controller
class OperationsController {
  private static final int DAYS = 30;
  private static final int FAILURES = 20;

  private final Pages pages;
  private final CurrentUser current;
  private final Engine engine;
  private final Usage usage;
  private final Spending spending;
  private final Credits credits;
  private final Clock clock;

  OperationsController(
      Pages pages,
      CurrentUser current,
      Engine engine,
      Usage usage,
      Spending spending,
      Credits credits,
      Clock clock) {
    this.pages = pages;
    this.current = current;
    this.engine = engine;
    this.usage = usage;
    this.spending = spending;
    this.credits = credits;
    this.clock = clock;
  }

  @GetMapping("/settings/operations")
  View show() {
    var account = current.principal().account();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var first = today.minusDays(DAYS - 1L);
    return pages.show(
        "operations",
        new OperationsPage(
            current.principal(),
            engine.self(),
            engine.lanes(),
            engine.nodes(),
            usage.of(account, start(first), start(today.plusDays(1))),
            cvs(usage.days(account, today, DAYS)),
            spending.ofMonth(account.value()),
            money(spending.days(account.value(), today, DAYS)),
            credits.balance(account),
            usage.failures(account, FAILURES),
            clock.instant()));
  }

  private static Columns cvs(List<Usage.Day> days) {
    var columns =
        days.stream()
            .map(day ->
                column(
                    day.day(),
                    say("operations.cvs-of-day", day.day(), day.completed(), day.review()),
                    day.completed(),
                    day.review()))
            .toList();
    return new Columns(
        Texts.say("operations.cvs-per-day"),
        Words.count(Math.round(Columns.most(columns)), "cv"),
        columns);
  }

  private static Columns money(List<Spending.Day> days) {
    var columns =
        days.stream()
            .map(day ->
                column(
                    day.day(),
                    say("operations.cost-of-day", day.day(), day.calls(), Dollars.text(day.cost())),
                    (double) day.cost(),
                    0))
            .toList();
    return new Columns(
        Texts.say("operations.cost-per-day"),
        Dollars.text(Math.round(Columns.most(columns))),
        columns);
  }

  private static String say(String text, LocalDate day, Object first, Object second) {
    return Texts.say(text, Words.day(day), first, second);
  }

  private static Column column(LocalDate day, String label, double lower, double upper) {
    return new Column(Words.day(day), label, lower, upper);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
