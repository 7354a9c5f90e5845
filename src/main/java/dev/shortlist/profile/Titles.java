package dev.shortlist.profile;

import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells names of posts from names of organisations by their words.
final class Titles {
  private static final Set<String> POSTS = Vocabulary.words("titles.txt", "post");
  private static final Set<String> GRADES = Vocabulary.words("titles.txt", "grade");
  private static final Set<String> ORGANISATIONS = Vocabulary.words("titles.txt", "organisation");
  private static final Set<String> BRANCHES = Vocabulary.words("titles.txt", "branch");
  private static final Set<String> TRADES = Vocabulary.words("titles.txt", "trade");
  private static final Set<String> SCHOOLS = Vocabulary.words("schools.txt", "school");
  private static final int LONGEST = 14;

  /// Compounds end in a word of so many letters or more, which are themselves longer by two.
  private static final int ENDING = 6;

  private static final int COMPOUND = 9;

  /// Shorter names of occupations are too often something else.
  private static final int SHORTEST = 5;

  /// Words that are the name of a post by themselves: `botanist`, `Lokführer`.
  private static final Set<String> OCCUPATIONS = occupations();

  /// Titles of several words, and abbreviations such as `RN`, which are posts as a whole only.
  private static final Set<String> WHOLE_TITLES = wholeTitles();

  private static final Set<String> ACRONYMS = acronyms();
  private static final double WHOLE = 0.9;

  private static final Pattern WORD = Pattern.compile("[\\p{L}-]{2,30}");
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(?<=[\\p{L}\\d.]\\s)(?:pvt\\.?\\s?ltd\\.?|inc\\.?|ltd\\.?|llc|llp|gmbh|corp\\.?|plc|limited|s\\.r\\.l\\.|s\\.p\\.a\\.|b\\.v\\.)(?=\\s)");

  private Titles() {}

  /// 0 to 1: how much `text` reads like the name of a post.
  static double post(String text) {
    var words = words(text);
    if (words.length > LONGEST) {
      return 0;
    }
    double score = 0;
    int at = 0;
    String folded = Vocabulary.fold(text);
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      at = Math.max(at, folded.indexOf(word, at)) + word.length();
      if (isPost(word)) {
        boolean head = i == words.length - 1 || isStop(words[i + 1]) || endsAt(folded, at);
        boolean sure = POSTS.contains(word) || OCCUPATIONS.contains(word);
        score = Math.max(score, sure ? (head ? 1 : 0.8) : (head ? 0.9 : 0.7));
      } else if (GRADES.contains(word)) {
        // "Tax Senior" is a post by itself, "Senior" stands before one.
        boolean head = i > 0 && (i == words.length - 1 || endsAt(folded, at));
        score = Math.max(score, head ? 0.8 : 0.5);
      }
    }
    if (score < WHOLE
        && (WHOLE_TITLES.contains(folded.strip()) || ACRONYMS.contains(text.strip()))) {
      return WHOLE;
    }
    return score * (words.length > 9 ? 0.7 : 1);
  }

  /// Whether `text` names a post by a word that is no family name.
  static boolean isPostNotName(String text) {
    for (String word : words(text)) {
      boolean post = (isIn(POSTS, word) || isCompound(word)) && !TRADES.contains(word);
      if (post || GRADES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Index after the legal form of a company that more words follow, -1 when there is none.
  static int formEnd(String text) {
    var form = FORM.matcher(text);
    return form.find() && form.end() < text.length() ? form.end() : -1;
  }

  /// Index after the last word of `text` that names a post, -1 when there is none.
  static int postEnd(String text) {
    int end = -1;
    var word = WORD.matcher(text);
    while (word.find()) {
      end = isPost(Vocabulary.fold(word.group())) ? word.end() : end;
    }
    return end;
  }

  /// 0 to 1: how much `text` reads like the name of an organisation.
  static double organisation(String text) {
    double score = 0;
    for (String word : words(text)) {
      if (ORGANISATIONS.contains(word) || isWrittenOn(word, ORGANISATIONS)) {
        score = Math.max(score, 0.9);
      } else if (BRANCHES.contains(word)) {
        score = Math.max(score, 0.5);
      }
    }
    return Math.max(score, school(text));
  }

  /// 0 to 1: how much `text` reads like the name of a place of learning.
  static double school(String text) {
    for (String word : words(text)) {
      if (SCHOOLS.contains(word) || isSchoolCompound(word) || isWrittenOn(word, SCHOOLS)) {
        return 1;
      }
    }
    return 0;
  }

  private static boolean isWrittenOn(String word, Set<String> names) {
    return EastAsian.ends(word, names) || EastAsian.begins(word, names);
  }

  private static boolean isSchoolCompound(String word) {
    return word.length() > 8
        && (word.endsWith("universitat")
            || word.endsWith("hochschule")
            || word.endsWith("schule")
            || word.endsWith("gymnasium")
            || word.endsWith("akademie")
            || word.endsWith("institut"));
  }

  private static boolean isPost(String word) {
    return isIn(POSTS, word) || isIn(OCCUPATIONS, word) || isCompound(word);
  }

  private static boolean isIn(Set<String> posts, String word) {
    return posts.contains(word)
        || EastAsian.ends(word, posts)
        || (word.length() > 5
            && word.endsWith("s")
            && posts.contains(word.substring(0, word.length() - 1)));
  }

  private static boolean isCompound(String word) {
    for (int from = 2; word.length() >= COMPOUND && from <= word.length() - ENDING; from++) {
      if (POSTS.contains(word.substring(from))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAt(String text, int at) {
    return at < text.length() && ",;|".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isStop(String word) {
    return word.equals("of")
        || word.equals("for")
        || word.equals("in")
        || word.equals("and")
        || word.equals("&")
        || word.equals("de")
        || word.equals("i")
        || word.equals("ii")
        || word.equals("iii");
  }

  private static String[] words(String text) {
    String folded = Vocabulary.fold(text);
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < folded.length() && words.size() <= LONGEST; i++) {
      if (isBetweenWords(folded.charAt(i))) {
        words.add(folded.substring(start, i));
        while (i + 1 < folded.length() && isBetweenWords(folded.charAt(i + 1))) {
          i++;
        }
        start = i + 1;
      }
    }
    words.add(folded.substring(start));
    return words.toArray(String[]::new);
  }

  private static boolean isBetweenWords(char c) {
    return c < 0x80 ? !isOfWord(c) : "–—、，،；：（）".indexOf(c) >= 0;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || " \t\n\u000B\f\r,()/+|-:;[]&".indexOf(c) < 0;
  }

  private static Set<String> occupations() {
    var other = Vocabulary.words("titles.txt", "other meaning");
    return titles()
        .filter(title -> title.length() >= SHORTEST && title.chars().allMatch(Character::isLetter))
        .map(Vocabulary::fold)
        .filter(title -> !other.contains(title))
        .collect(Collectors.toUnmodifiableSet());
  }

  // `Customer service` is what somebody can do as well.
  private static Set<String> wholeTitles() {
    return titles()
        .filter(title -> title.indexOf(' ') > 0)
        .filter(title -> Taxonomy.standard().named(title).isEmpty())
        .map(Vocabulary::fold)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> acronyms() {
    return titles()
        .filter(title -> title.length() >= 2 && title.chars().allMatch(Character::isUpperCase))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> titles() {
    return Taxonomy.standard().occupations().stream()
        .flatMap(occupation ->
            Stream.concat(Stream.of(occupation.name()), occupation.titles().stream()));
  }
}
