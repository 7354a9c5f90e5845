package dev.shortlist.match;

import dev.shortlist.profile.Fact;
import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds job titles that stand by themselves in a CV, for CVs whose posts could not be told apart:
/// a short line, or what follows `Role:`, that ends in the name of a trade.
final class ClaimedTitles {
  private static final int LONGEST = 7;
  private static final int MOST = 6;

  /// Ends of titles that end other things more often: `Secondary school`.
  private static final Set<String> NO_TRADES =
      Set.of("school", "college", "university", "hospital", "experience", "client");

  /// Ends of titles of those who learn: `Data science internship`.
  private static final Set<String> POSTS =
      Set.of(
          "intern", "internship", "trainee", "apprentice", "apprenticeship", "praktikum", "stage");

  /// Behind them stands what the work is about, not who does it: `Head of accounting`.
  private static final Set<String> ABOUT =
      Set.of(
          "of",
          "for",
          "in",
          "de",
          "du",
          "des",
          "d",
          "en",
          "à",
          "au",
          "aux",
          "für",
          "im",
          "der",
          "di",
          "do",
          "da",
          "del",
          "van",
          "voor",
          "head",
          "director",
          "leiter",
          "vp");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^\\W*(role|designation|position|job title|title|post|profile)\\s*(held)?\\s*[:–-]\\s*");

  private static final Pattern END =
      Pattern.compile("\\s+[-–—|@]\\s+|[|,;:(]|\\s+at\\s+|\\.\\s|\\.$");

  private final Set<String> trades;
  private final Lexicon lexicon;

  ClaimedTitles(Taxonomy taxonomy, Lexicon lexicon) {
    this.lexicon = lexicon;
    var last = new HashSet<String>();
    for (var occupation : taxonomy.occupations()) {
      names(occupation).forEach(name -> addTrade(name, last));
    }
    last.removeAll(NO_TRADES);
    // `Accounts payable`, `Java`: what somebody can do, unless it is a title by itself.
    var whole =
        taxonomy.occupations().stream()
            .flatMap(occupation -> names(occupation).stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    last.removeIf(word -> taxonomy.named(word).isPresent() && !whole.contains(word));
    last.addAll(POSTS);
    this.trades = Set.copyOf(last);
  }

  /// Titles in the order of the text, at most six.
  List<Fact<String>> in(CvWords words, VisibleText text) {
    var titles = new ArrayList<Fact<String>>();
    for (int i = 0; i < words.size() && titles.size() < MOST; i++) {
      if (!words.line(i).isEmpty()) {
        var line = text.lines().get(i).text();
        var label = LABEL.matcher(line);
        int start = label.find() ? label.end() : 0;
        var end = END.matcher(line);
        int stop = end.find(start) ? end.start() : line.length();
        if (isTitle(line.substring(start, stop))) {
          var passage = text.passage(text.startOf(i) + start, text.startOf(i) + stop);
          titles.add(new Fact<>(passage.quote().strip(), passage, 0.5));
        }
      }
    }
    return titles;
  }

  private boolean isTitle(String words) {
    var tokens = Token.in(words, 0);
    return !tokens.isEmpty()
        && tokens.size() <= LONGEST
        && Character.isUpperCase(words.strip().charAt(0))
        && trades.contains(tokens.getLast().word())
        // Else `Work experience` is a title, as there are heads of customer experience.
        && !tokens.stream().allMatch(token -> lexicon.isGeneral(token.word()));
  }

  private static List<String> names(Occupation occupation) {
    var names = new ArrayList<>(occupation.titles());
    names.add(occupation.name());
    return names;
  }

  private static void addTrade(String name, Set<String> trades) {
    var words = Token.in(name, 0).stream().map(Token::word).toList();
    boolean about = words.stream().limit(words.size() - 1L).anyMatch(ABOUT::contains);
    if (!words.isEmpty() && !about && words.getLast().chars().anyMatch(Character::isLetter)) {
      trades.add(words.getLast());
    }
  }
}
