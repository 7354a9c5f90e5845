package dev.shortlist.ai;

import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.Work;
import dev.shortlist.text.Passage;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Dates of posts the local reader found none of, as far as visible words bear out what a model
/// says: the post it quotes is one of those, and the years it names are the years it quotes.
record PostDates(Reading reading, Redacted redacted) {
  private static final int MOST_POSTS = 20;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  /// Whether there is anything to ask.
  static boolean areMissing(Reading reading) {
    return reading.profile().work().stream().anyMatch(post -> post.period() == null);
  }

  /// What of `told` is borne out: at most one span for each post.
  List<ToldDates> of(List<Answers.Post> told) {
    var found = new ArrayList<ToldDates>();
    var posts = new HashSet<Integer>();
    told.stream()
        .limit(MOST_POSTS)
        .map(this::one)
        .flatMap(Optional::stream)
        .filter(dates -> posts.add(dates.post()))
        .forEach(found::add);
    return found;
  }

  private Optional<ToldDates> one(Answers.Post told) {
    var post = redacted.find(told.post()).map(this::undated).orElse(OptionalInt.empty());
    var words = redacted.find(told.dates());
    if (post.isEmpty() || words.isEmpty()) {
      return Optional.empty();
    }
    String quote = words.get().quote();
    try {
      var start = YearMonth.parse(told.start());
      var end = told.end().isBlank() ? null : YearMonth.parse(told.end());
      return isBorneOut(quote, start, end)
          ? Optional.of(new ToldDates(post.getAsInt(), start, end, quote))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty(); // no month, or an end before the start
    }
  }

  private boolean isBorneOut(String quote, YearMonth start, @Nullable YearMonth end) {
    var latest = YearMonth.from(reading.profile().asOf());
    Set<Integer> years =
        YEAR.matcher(quote)
            .results()
            .map(MatchResult::group)
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    var named = new HashSet<>(Set.of(start.getYear()));
    if (end != null) {
      named.add(end.getYear());
    }
    return years.equals(named) && !start.isAfter(latest);
  }

  /// The one post without dates in which the words stand.
  private OptionalInt undated(Passage words) {
    var posts = reading.profile().work();
    return IntStream.range(0, posts.size())
        .filter(i -> posts.get(i).period() == null && holds(posts.get(i), words))
        .findFirst();
  }

  private static boolean holds(Work post, Passage words) {
    return words.start() >= post.whole().start() && words.end() <= post.whole().end();
  }
}
