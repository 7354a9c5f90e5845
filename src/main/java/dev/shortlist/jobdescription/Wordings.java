package dev.shortlist.jobdescription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps what the taxonomy has no name for: bullets it understands nothing of, and names of tools
/// it does not know between those it does.
final class Wordings {
  private static final int LONGEST = 200;
  private static final int FEWEST_LETTERS = 3;
  private static final int LONGEST_ACRONYM = 8;

  private static final Pattern FRONT =
      Pattern.compile(
          "^(?:(?:(?:you|we|they|candidates?|applicants?|the (?:ideal |successful )?(?:candidate|applicant|person)|he/she|sie|du|vous)\\s+(?:also\\s+)?(?:will |should |must |would |need to |are expected to )?(?:have|has|be|are|is|bring|hold|know|possess|demonstrate|haben|hast|verfügen über|besitzen|bringen|avez|êtes|possédez|maîtrisez|need)?"
              + "|(?:this|the) (?:position|role|job)(?: also)? (?:requires|needs|demands)|display|maintain|must(?: (?:have|be|possess))?|should(?: have)?|have|having|has|be|being|is|are|need(?:ed|s)?|requires?|required"
              + "|an?|the|some|any|at least|minimum(?: of)?|your|our|and|or|of|in|with|to|for|on"
              + "|very|highly|truly|good|strong|solid|excellent|great|deep|sound|proven|demonstrated|demonstrable|extensive|broad|basic|advanced|thorough|in-depth|working|practical|hands-on|hands on|previous|prior|relevant|some|significant|successful|outstanding|exceptional|detailed|general|intermediate|expert|essential|profound|first"
              + "|experienced?|experiences|exp|knowledge|understanding|grasp|command|expertise|familiarity|familiar|proficien(?:t|cy)|background|exposure|competenc[ey]|competent|skilled|skills?|ability|able|capability|capable|capacity|comfortable|confident|track record|history|willing(?:ness)?|aptitude|interest(?:ed)?|passion(?:ate)?|understand|know"
              + "|ideally|preferably|idealerweise|idéalement|nice to have|bonus|plus"
              + "|kenntnisse|erfahrung(?:en)?|fundierte|sehr|gute[rsn]?|sichere[rsn]?|umgang|mit|im|in|von|der|die|das|eine?|expérience|connaissances?|maîtrise|bonnes?|de|du|des|la|le|les|en|une?)"
              + "(?![\\p{L}\\p{N}'’-])[\\s:,]*)+",
          Roles.FLAGS);
  private static final Pattern BACK =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}])[\\s,(–-]*+(?:(?:is|are|would be|will be|being|an?|the|highly|strongly|definite|big|strong|added|also|and|or|but|not|immediately)\\s++)*+(?:required|preferred|preferrable|preferable|desired|desirable|plus|advantage|bonus|asset|must|essential|mandatory|necessary|needed|welcome|useful|helpful|appreciated|considered|ideal|optional|etc|if (?:required|needed|necessary)|considered|among others|experience|wünschenswert|erforderlich|von vorteil|ein plus|souhaitée?s?|exigée?s?|requise?s?|appréciée?s?|un plus)[\\s).!;:,]*+)+$|[\\s.;:,!]+$",
          Roles.FLAGS);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’+#./-]*");
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@/._-])(?:\\p{Lu}[\\p{L}\\p{N}+#]*(?:[./-][\\p{L}\\p{N}+#]+)?(?:\\s(?:certifi\\p{L}+|accreditation|standards?|training|method\\p{L}*|framework|procedures?|software|tools?|regulations?))?)(?![\\p{L}\\p{N}@_])");
  private static final Pattern MORE_OF_NAME =
      Pattern.compile("(?:\\s\\p{Lu}\\p{Ll}+){1,3}(?!\\p{L})");
  private static final Set<String> NO_NAMES =
      Set.copyOf(
          Resources.lines("no-names.txt").stream()
              .flatMap(line -> List.of(line.split(" ", -1)).stream())
              .toList());
  private static final Pattern ABOUT_THE_PERSON =
      Pattern.compile(
          "^no\\b|\\b(?:personality|attitude|demeanou?r|mentality|mindset|work ethic|passionate|self-starter|team player|can-do|integrity|honesty|sense of humou?r|charisma\\w*|poise|persönlichkeit|charakter|duties as|outdoors?|heights|weathers?|lifting|lift|pounds|lbs|bend|squat|climb|stand for|sit for)\\b",
          Roles.FLAGS);

  private static final Pattern OR =
      Pattern.compile("\\s*(?:/|\\bor\\b|\\boder\\b|\\bou\\b)\\s*", Roles.FLAGS);
  private static final Pattern LIST =
      Pattern.compile("(?:[,/(]|\\b(?:or|with|using|knows?|avec|ou|like)) ?$", Roles.FLAGS);

  // German writes every noun with a capital.
  private static final Pattern GERMAN =
      Pattern.compile(
          "\\b(?:und|oder|mit|im|der|die|das|von|sehr|sie|ihr|zur|für|als|einem?r?)\\b",
          Roles.FLAGS);
  private static final Pattern ITEM = Pattern.compile("(?:[^,;()]|\\([^()]*\\))+");

  /// The end of a list: `LSMW, RFC and IDocs`.
  private static final Pattern TWO_NAMES =
      Pattern.compile("([\\p{L}\\p{N}+#./-]+) (?:and|&|und|et|y) ([\\p{L}\\p{N}+#./-]+)");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int MOST_WORDS = 6;
  private static final int FEWEST_ITEMS = 4;

  private final Set<String> generic = new HashSet<>();

  Wordings() {
    Resources.lines("generic.txt").forEach(line -> generic.addAll(List.of(line.split(" ", -1))));
  }

  /// The sentence's own words, if it asks for something that can be looked for.
  List<Found> whole(String text, Emphasis emphasis) {
    String asked = bare(text);
    if (NO_NAMES.contains(text.toUpperCase(Locale.ROOT))
        || ABOUT_THE_PERSON.matcher(text).find()
        || contentWords(asked) < (asked.contains(" ") ? 2 : 1)) {
      return List.of();
    }
    int start = text.indexOf(asked);
    var importance =
        emphasis.welcomeAt(Math.max(0, start)) ? Importance.PREFERRED : Importance.REQUIRED;
    return List.of(
        new Found(
            new Need.Wording(asked),
            Labels.capital(asked),
            Math.max(0, start),
            text.length(),
            importance));
  }

  /// The items of a list ("HACCP, knife skills, sauces, menu costing") that nothing in `found`
  /// covers.
  List<Found> items(String text, List<Found> found, Emphasis emphasis) {
    var items = new ArrayList<Found>();
    int[] count = new int[2];
    for (var matcher = ITEM.matcher(text); matcher.find(); ) {
      String item = matcher.group();
      int words = SPACE.split(item.strip(), -1).length;
      count[words <= MOST_WORDS ? 0 : 1]++;
      boolean covered =
          found.stream()
              .anyMatch(one -> one.start() < matcher.end() && matcher.start() < one.end());
      if (!covered && words <= MOST_WORDS) {
        items.addAll(item(matcher.start(), item, emphasis));
      }
    }
    return count[0] >= FEWEST_ITEMS && count[1] == 0 ? items : List.of();
  }

  private List<Found> item(int at, String item, Emphasis emphasis) {
    String asked = bare(item.strip());
    if (contentWords(asked) == 0 || ABOUT_THE_PERSON.matcher(item).find()) {
      return List.of();
    }
    int start = at + Math.max(0, item.indexOf(asked));
    var pair = TWO_NAMES.matcher(asked);
    return pair.matches() && isName(pair.group(1)) && isName(pair.group(2))
        ? List.of(
            asked(pair.group(1), start, emphasis),
            asked(pair.group(2), start + pair.start(2), emphasis))
        : List.of(asked(asked, start, emphasis));
  }

  private static Found asked(String words, int start, Emphasis emphasis) {
    var importance = emphasis.welcomeAt(start) ? Importance.PREFERRED : Importance.REQUIRED;
    return new Found(
        new Need.Wording(words), Labels.capital(words), start, start + words.length(), importance);
  }

  /// Names in `text` that look like tools or standards and that nothing in `found` covers.
  List<Found> names(String text, List<Found> found, Set<String> known, Emphasis emphasis) {
    var names = new ArrayList<Found>();
    if (shouted(text)) {
      return names;
    }
    boolean german = GERMAN.matcher(text).find();
    var matcher = NAME.matcher(text);
    for (int from = 0; from <= text.length() && matcher.find(from); ) {
      from = Math.max(matcher.end(), from + 1);
      String name = matcher.group();
      String first = name.split(" ", -1)[0];
      boolean covered =
          found.stream()
              .anyMatch(one -> one.start() < matcher.end() && matcher.start() <= one.end() + 1);
      if (!covered
          && (isName(first) || (!german && inList(text, matcher.start(), first)))
          && !known.contains(first)) {
        var importance =
            emphasis.welcomeAt(matcher.start()) ? Importance.PREFERRED : Importance.REQUIRED;
        int end = nameEnd(text, matcher.end());
        from = Math.max(from, end);
        String whole = text.substring(matcher.start(), end);
        names.add(new Found(new Need.Wording(whole), whole, matcher.start(), end, importance));
      }
    }
    return joined(text, names);
  }

  // "Read Write Inc" is one name.
  private static int nameEnd(String text, int end) {
    var more = MORE_OF_NAME.matcher(text).region(end, text.length());
    return more.lookingAt() ? more.end() : end;
  }

  // "QuickBooks or Xero" asks for one of them.
  private static List<Found> joined(String text, List<Found> names) {
    var joined = new ArrayList<Found>();
    for (var name : names) {
      var before = joined.isEmpty() ? name : joined.getLast();
      if (!before.equals(name)
          && OR.matcher(text.substring(before.end(), name.start())).matches()) {
        String asked = text.substring(before.start(), name.end());
        joined.set(
            joined.size() - 1,
            new Found(
                new Need.Wording(asked), asked, before.start(), name.end(), before.importance()));
      } else {
        joined.add(name);
      }
    }
    return joined;
  }

  private boolean inList(String text, int start, String name) {
    return name.length() >= FEWEST_LETTERS
        && !generic.contains(name.toLowerCase(Locale.ROOT))
        && !NO_NAMES.contains(name.toUpperCase(Locale.ROOT))
        && LIST.matcher(text.substring(0, start)).find();
  }

  // Two capitals or a digit among letters: "LSMW", "IDocs", "SmartForms", "G99".
  static boolean isName(String name) {
    long letters = name.chars().filter(Character::isLetter).count();
    long capitals = name.chars().filter(Character::isUpperCase).count();
    boolean digit = name.chars().anyMatch(Character::isDigit);
    return (letters >= FEWEST_LETTERS || (letters >= 1 && digit && name.length() >= FEWEST_LETTERS))
        && (capitals >= 2 || digit)
        && name.length() <= (capitals == letters ? LONGEST_ACRONYM : 30)
        && !NO_NAMES.contains(name.toUpperCase(Locale.ROOT));
  }

  private static boolean shouted(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return capitals * 2 > letters && letters > 20;
  }

  private static String bare(String text) {
    String front = FRONT.matcher(text).replaceFirst("");
    String bare = BACK.matcher(front).replaceFirst("").strip();
    if (bare.length() <= LONGEST) {
      return bare;
    }
    int space = bare.lastIndexOf(' ', LONGEST);
    return bare.substring(0, space > 0 ? space : LONGEST);
  }

  private long contentWords(String asked) {
    return WORD.matcher(asked)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT).replaceAll("['’.]s?$", ""))
        .filter(word -> word.length() > 1 && !generic.contains(word))
        .count();
  }
}
