package dev.shortlist.judging;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Remedies;
import dev.shortlist.calls.Outcome;
import dev.shortlist.calls.Permit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Why no call was made or none helped, for the person who can mend it.
record Hindrance(String words) {
  private static final Duration SOON = Duration.ofMinutes(10);
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Hindrance of(Outcome outcome, Model model, Instant now) {
    return new Hindrance(
        switch (outcome) {
          case Outcome.Replied replied -> Remedies.of(replied.reply(), model);
          case Outcome.PutOff(var wait) -> later(wait, now);
          case Outcome.OverBudget over -> budget(over);
          case Outcome.NoPrice _ ->
              "There is a budget, and the price of %s is not known. Add it to a file and name that in SHORTLIST_AI_PRICES, or take the budget away."
                  .formatted(model.name());
        });
  }

  private static String later(Permit.Wait wait, Instant now) {
    String why =
        switch (wait.reason()) {
          case PACE -> "calls are spread over the minute";
          case TOKENS -> "the tokens of this minute are used up";
          case CONCURRENCY -> "as many calls as allowed are under way";
          case TURN -> "another account that shares the key is next";
          case PROMISED -> "the provider asked to wait";
          case DAY -> "the calls of this day are used up";
          case OUTAGE -> "the provider does not answer";
          case LONG_OUTAGE -> "the provider has not answered for a quarter of an hour";
        };
    var left = Duration.between(now, wait.until());
    return left.compareTo(SOON) < 0
        ? "No call was made, as %s. The next one can be made in %d s."
            .formatted(why, Math.max(1, left.plusMillis(999).toSeconds()))
        : "No call was made, as %s. The next one can be made at %s."
            .formatted(why, MINUTES.format(wait.until()));
  }

  private static String budget(Outcome.OverBudget over) {
    boolean month = over.cap() == Outcome.Cap.MONTH;
    return "The next call could pass the budget of %s: %s of %s are spent. Raise %s, or leave it out for no cap."
        .formatted(
            month ? "this month" : "this screening",
            Dollars.text(over.spent()),
            Dollars.text(over.limit()),
            month ? "the monthly budget (SHORTLIST_AI_MONTHLY_BUDGET)" : "the screening's budget");
  }
}
