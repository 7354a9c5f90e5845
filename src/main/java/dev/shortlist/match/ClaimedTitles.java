package dev.shortlist.match;

import dev.shortlist.profile.Fact;
import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /// What stands before a title to say that it is one: `Role: ...`.
  static final Pattern LABEL =
      Pattern.compile(
          "(?i)^\\W*(role|designation|position|job title|title|post|profile)\\s*(held)?\\s*[:–-]\\s*");

  private static final Pattern GRADE = Pattern.compile("(?<=\\p{L})\\s+(?:I{1,3}|IV|V|\\d)$");

  /// `Worked as a weaver`, `five years as loom fitter`, `I have been a dyer`: work told in a
  /// sentence.
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)\\b(?:(?:work(?:ed|ing|s)?|employed|served|serving|experienced?|years?|yrs|months|started|joined|hired|practi[sc](?:ed|ing)|engaged|associated)(?: (?:there|here|currently|presently|full[- ]time|part[- ]time|since \\d{4}))? as|promoted to|(?:I am|I['’]m|I was|have been|['’]ve been|has been)(?= an? ))\\s+(?:(?:an?|the|their|our)\\s+)?(?<title>\\p{L}[^,.;:()|]{2,70})");

  /// What nobody has done yet: `want to work as`, `looking for years as`.
  private static final Pattern WISHED =
      Pattern.compile(
          "(?i)\\b(?:want|wish|hope|aim|like|look(?:ing)?|seek(?:ing)?|interested|desire|become|opportunit\\w+|objective|goal|aspir\\w+|not|never)\\b[^.;]{0,60}$");

  private static final Pattern STOP =
      Pattern.compile(
          "(?i)\\s+(?:at|with|in|for|from|since|and|who|where|under|on|to|of|by|during|while|but|then|when|i|my|the|until|till|responsible|handling|\\d.*)(?:\\s.*|$)");

  private static final Pattern END =
      Pattern.compile("\\s+[-–—|@]\\s+|[|,;:(]|\\s+at\\s+|\\.\\s|\\.$");

  /// `Strong communicator`: what somebody is like. Before a trade of two words or more they say how
  /// well it is done.
  private static final Set<String> QUALITIES =
      Set.of(
          "strong",
          "excellent",
          "exceptional",
          "effective",
          "natural",
          "persuasive",
          "decisive",
          "credible",
          "dedicated",
          "enthusiastic",
          "superb",
          "adept",
          "proficient",
          "motivated",
          "flexible",
          "adaptive",
          "adaptable",
          "dependable",
          "skilled",
          "trusted",
          "proven",
          "great",
          "good",
          "outstanding",
          "passionate",
          "creative",
          "confident",
          "independent",
          "reliable",
          "self-motivated",
          "hardworking",
          "collaborative",
          "quick",
          "fast",
          "active",
          "critical");

  private static final Pattern LISTED = Pattern.compile("[,;|•·]");

  /// Things in a line from which on it is a list.
  private static final int LIST = 6;

  private static final Set<String> AT = Set.of("with", "in", "at", "of");

  private static final Set<String> WISHES = Set.of("seeking", "looking", "aspiring", "desired");

  /// A word that ends so many skills, and twice as many of them as titles, says what is done.
  private static final int OF_SKILLS = 6;

  private static final int MORE_SKILLS = 2;

  private final Taxonomy taxonomy;
  private final Set<String> trades;
  private final Set<String> whole;
  private final Lexicon lexicon;

  ClaimedTitles(Taxonomy taxonomy, Lexicon lexicon) {
    this.taxonomy = taxonomy;
    this.lexicon = lexicon;
    var last = new HashMap<String, Integer>();
    for (var occupation : taxonomy.occupations()) {
      names(occupation).forEach(name -> addTrade(name, last));
    }
    last.keySet().removeAll(NO_TRADES);
    // `Accounts payable`, `Java`: what somebody can do, unless it is a title by itself.
    this.whole =
        taxonomy.occupations().stream()
            .flatMap(occupation -> names(occupation).stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    last.keySet().removeIf(word -> taxonomy.named(word).isPresent() && !whole.contains(word));
    var done = endsOfSkills(taxonomy);
    var trades = new HashSet<>(last.keySet());
    trades.removeIf(word ->
        done.getOrDefault(word, 0)
            >= Math.max(OF_SKILLS, MORE_SKILLS * last.getOrDefault(word, 0)));
    trades.addAll(POSTS);
    this.trades = Set.copyOf(trades);
  }

  private static Map<String, Integer> endsOfSkills(Taxonomy taxonomy) {
    var ends = new HashMap<String, Integer>();
    for (var skill : taxonomy.skills()) {
      Stream.concat(Stream.of(skill.name()), skill.aliases().stream())
          .map(name -> Token.in(name, 0))
          .filter(words -> !words.isEmpty())
          .forEach(words -> ends.merge(words.getLast().word(), 1, Integer::sum));
    }
    return ends;
  }

  /// Titles in the order of the text, at most six.
  List<Fact<String>> in(CvWords words, VisibleText text) {
    var titles = new ArrayList<Fact<String>>();
    for (int i = 0; i < words.size() && titles.size() < MOST; i++) {
      if (!words.line(i).isEmpty() && !isList(text.lines().get(i).text())) {
        var line = text.lines().get(i).text();
        var label = LABEL.matcher(line);
        int start = label.find() ? label.end() : 0;
        var end = END.matcher(line);
        int stop = end.find(start) ? end.start() : line.length();
        boolean sentence = line.indexOf(" a") > 0 && TOLD.matcher(line).find();
        if (sentence) {
          told(line, text, text.startOf(i), titles);
        } else if (isTitle(line.substring(start, stop))) {
          var passage = text.passage(text.startOf(i) + start, text.startOf(i) + stop);
          titles.add(new Fact<>(passage.quote().strip(), passage, 0.5));
        }
      }
    }
    return titles;
  }

  private void told(String line, VisibleText text, int at, List<Fact<String>> titles) {
    for (var told = TOLD.matcher(line); told.find() && titles.size() < MOST; ) {
      var title = STOP.matcher(told.group("title")).replaceFirst("");
      if (!WISHED.matcher(line.substring(0, told.start())).find() && isTitle(capital(title))) {
        int start = at + told.start("title");
        var passage = text.passage(start, start + title.length());
        titles.add(new Fact<>(passage.quote().strip(), passage, 0.5));
      }
    }
  }

  // What stands among other things in a list is the name of a thing: everybody can write down
  // "Weaver" between looms and yarns.
  private static boolean isList(String line) {
    var things = LISTED.split(line);
    return things.length >= LIST
        && Arrays.stream(things).allMatch(thing -> Token.in(thing, 0).size() <= LONGEST);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private boolean isTitle(String line) {
    var words = GRADE.matcher(line.strip()).replaceFirst("");
    var tokens = Token.in(words, 0);
    return !tokens.isEmpty()
        && tokens.size() <= LONGEST
        && Character.isUpperCase(words.strip().charAt(0))
        && isTrade(words.strip(), tokens.getLast().word())
        && !isQuality(tokens)
        // Else `Work experience` is a title, as there are heads of customer experience.
        && (whole.contains(words.strip().toLowerCase(Locale.ROOT))
            || !tokens.stream().allMatch(token -> lexicon.isGeneral(token.word())));
  }

  // `Quality control` and `Team player` are what somebody can do or is like.
  private boolean isTrade(String words, String last) {
    return (trades.contains(last) || whole.contains(words.toLowerCase(Locale.ROOT)))
        && (words.equalsIgnoreCase(last) || !isSkill(words))
        && !endsInSoftSkill(words);
  }

  // `Certified medical assistant` is a certificate too.
  private boolean isSkill(String words) {
    return taxonomy.named(words).filter(skill -> skill.kind() != Skill.Kind.LICENCE).isPresent();
  }

  private boolean endsInSoftSkill(String words) {
    return taxonomy.mentions(words).stream()
        .filter(mention -> mention.end() == words.length())
        .flatMap(mention -> taxonomy.find(mention.skill()).stream())
        .anyMatch(skill -> skill.kind() == Skill.Kind.SOFT);
  }

  private static boolean isQuality(List<Token> words) {
    var first = words.getFirst().word();
    return WISHES.contains(first)
        || (QUALITIES.contains(first) && (words.size() <= 2 || AT.contains(words.get(1).word())));
  }

  private static List<String> names(Occupation occupation) {
    var names = new ArrayList<>(occupation.titles());
    names.add(occupation.name());
    return names;
  }

  private static void addTrade(String name, Map<String, Integer> trades) {
    var words = Token.in(name, 0).stream().map(Token::word).toList();
    boolean about = words.stream().limit(words.size() - 1L).anyMatch(ABOUT::contains);
    if (!words.isEmpty() && !about && words.getLast().chars().anyMatch(Character::isLetter)) {
      trades.merge(words.getLast(), 1, Integer::sum);
    }
  }
}
