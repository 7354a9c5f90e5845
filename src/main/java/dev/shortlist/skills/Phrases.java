package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Many phrases, found in a text in one pass.
///
/// A trie over words: from every word of the text the longest phrase is followed, the leftmost
/// longest that its [Rule] allows counts, and reading goes on behind it. The time is linear in the
/// length of the text.
///
/// @param <T> what a phrase means
final class Phrases<T> {
  private static final int NEAR = 8;
  private static final int WITH = 12;
  private static final String CONJUNCTIONS = "and or und oder et ou y e en sowie";

  private final Vocabulary vocabulary = new Vocabulary();
  private final Edges edges = new Edges();
  private final List<String> ambiguities = new ArrayList<>();
  private int[] conjunctions = {};
  private List<Sense<T>>[] byNode = arrayOf(1 << 10);

  /// A phrase found.
  ///
  /// @param words how many words it has
  /// @param canonical whether the phrase is the main name of its meaning
  record Hit<T>(T value, int start, int end, int words, boolean canonical) {}

  /// Adds a phrase. Where a phrase has several meanings, the first that fits counts, and those
  /// whose rules say more come first.
  ///
  /// A hyphen, slash or full stop within the phrase stands for itself, a space, or nothing.
  ///
  /// @param group number of the field that names near each other share
  void add(T value, String phrase, Rule rule, boolean canonical, int group) {
    put(value, phrase, rule, canonical, group);
    String run = run(phrase);
    if (run.length() < phrase.length() && senses(run).isEmpty()) {
      put(value, run, rule, canonical, group);
    }
  }

  // The phrase without its hyphens, slashes and full stops between letters.
  private static String run(String phrase) {
    if (phrase.indexOf('-') < 0 && phrase.indexOf('/') < 0 && phrase.indexOf('.') < 0) {
      return phrase;
    }
    var run = new StringBuilder(phrase.length());
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      boolean within = i > 0 && i < phrase.length() - 1 && letters(phrase, i);
      if (!(within && (c == '-' || c == '/' || c == '.'))) {
        run.append(c);
      }
    }
    return run.toString();
  }

  private static boolean letters(String phrase, int i) {
    return Character.isLetterOrDigit(phrase.charAt(i - 1))
        && Character.isLetterOrDigit(phrase.charAt(i + 1));
  }

  private void put(T value, String phrase, Rule rule, boolean canonical, int group) {
    var words = new Words(phrase, vocabulary::add);
    if (words.count() == 0) {
      throw new IllegalArgumentException("\"" + phrase + "\" has no word");
    }
    int node = 0;
    for (int i = 0; i < words.count(); i++) {
      node = edges.add(node, words.id(i));
    }
    boolean plural = words.count() == 1 && words.plural(0);
    var letters = rule.exact() ? letters(words) : List.<String>of();
    put(node, new Sense<>(value, phrase, rule, canonical, group, letters, plural, this::numbers));
  }

  private static List<String> letters(Words words) {
    var letters = new ArrayList<String>();
    for (int i = 0; i < words.count(); i++) {
      letters.add(words.raw(i));
    }
    return letters;
  }

  private void put(int node, Sense<T> sense) {
    if (node >= byNode.length) {
      var grown = Phrases.<T>arrayOf(Math.max(node + 1, byNode.length * 2));
      System.arraycopy(byNode, 0, grown, 0, byNode.length);
      byNode = grown;
    }
    if (byNode[node].isEmpty()) {
      byNode[node] = List.of(sense);
      return;
    }
    var meanings = new ArrayList<>(byNode[node]);
    meanings.forEach(other -> compare(other, sense));
    int at = 0;
    while (at < meanings.size() && meanings.get(at).rule.decides() >= sense.rule.decides()) {
      at++;
    }
    meanings.add(at, sense);
    byNode[node] = meanings;
  }

  private void compare(Sense<T> one, Sense<T> other) {
    if (!one.value.equals(other.value) && one.rule.equals(other.rule) && sameCompany(one, other)) {
      ambiguities.add(
          "%s and %s share the name \"%s\" without a rule that tells them apart"
              .formatted(one.value, other.value, other.phrase));
    }
  }

  // The same words "near others of the field" say something else in another field.
  private static boolean sameCompany(Sense<?> a, Sense<?> b) {
    return a.letters.equals(b.letters) && (a.certain() || a.group == b.group);
  }

  private int[] numbers(List<String> words) {
    var numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      var read = new Words(words.get(i), vocabulary::add);
      if (read.count() != 1) {
        throw new IllegalArgumentException("\"" + words.get(i) + "\" is not one word");
      }
      numbers[i] = read.id(0);
    }
    return numbers;
  }

  /// Ends adding.
  Phrases<T> ready() {
    conjunctions = numbers(Alias.items(CONJUNCTIONS, ' '));
    return this;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> List<Sense<T>>[] arrayOf(int size) {
    List<Sense<T>>[] array = new List[size];
    Arrays.fill(array, List.of());
    return array;
  }

  /// All meanings of exactly this phrase, whatever their rules.
  List<Sense<T>> senses(String phrase) {
    int node = node(new Words(phrase, vocabulary::find));
    return node < 0 ? List.of() : meanings(node);
  }

  private int node(Words words) {
    int node = words.count() == 0 ? -1 : 0;
    for (int i = 0; i < words.count() && node >= 0; i++) {
      node = words.id(i) < 0 ? -1 : edges.find(node, words.id(i));
    }
    return node;
  }

  /// The meaning of exactly this phrase: the one it is the main name of, else the one that needs no
  /// context, else the first.
  Optional<T> named(String phrase) {
    return senses(phrase).stream()
        .min((a, b) -> Integer.compare(rank(a), rank(b)))
        .map(sense -> sense.value);
  }

  private static int rank(Sense<?> sense) {
    return sense.canonical ? -1 : sense.rule.decides();
  }

  private List<Sense<T>> meanings(int node) {
    return node < byNode.length ? byNode[node] : List.of();
  }

  /// Phrases with several meanings that no rule tells apart: a sentence each.
  List<String> ambiguities() {
    return List.copyOf(ambiguities);
  }

  /// All phrases in `text`, longest first from the left, none over another.
  List<Hit<T>> find(String text) {
    return new Search(new Words(text, vocabulary::find)).hits();
  }

  /// One reading of one text.
  private final class Search {
    private final Words words;
    private final int[] groups;
    private int[] candidates = new int[96];
    private int size;
    private boolean doubt;

    Search(Words words) {
      this.words = words;
      this.groups = new int[words.count()];
      Arrays.fill(groups, -1);
      collect();
    }

    // Three numbers each: first word, word after the last, node.
    private void collect() {
      for (int first = 0; first < words.count(); first++) {
        int node = 0;
        for (int i = first; i < words.count() && (i == first || words.joined(i)); i++) {
          node = words.id(i) < 0 ? -1 : edges.find(node, words.id(i));
          if (node < 0) {
            break;
          }
          if (!meanings(node).isEmpty()) {
            push(first, i + 1, node);
          }
        }
      }
    }

    private void push(int first, int last, int node) {
      if (size + 3 > candidates.length) {
        candidates = Arrays.copyOf(candidates, candidates.length * 2);
      }
      candidates[size++] = first;
      candidates[size++] = last;
      candidates[size++] = node;
      for (var sense : meanings(node)) {
        doubt |= !sense.certain();
      }
    }

    List<Hit<T>> hits() {
      var certain = choose(false);
      return doubt ? choose(true) : certain;
    }

    private List<Hit<T>> choose(boolean doubtful) {
      var hits = new ArrayList<Hit<T>>();
      int free = 0;
      int i = 0;
      while (i < size) {
        int first = candidates[i];
        int next = i;
        while (next < size && candidates[next] == first) {
          next += 3;
        }
        for (int k = next - 3; k >= i && first >= free; k -= 3) {
          var sense = fitting(first, candidates[k + 1], candidates[k + 2], doubtful);
          if (sense != null) {
            free = candidates[k + 1];
            hits.add(hit(sense, first, free));
            if (!doubtful) {
              Arrays.fill(groups, first, free, sense.group);
            }
          }
        }
        i = next;
      }
      return hits;
    }

    private Hit<T> hit(Sense<T> sense, int first, int last) {
      return new Hit<>(
          sense.value, words.start(first), words.end(last - 1), last - first, sense.canonical);
    }

    private @Nullable Sense<T> fitting(int first, int last, int node, boolean doubtful) {
      for (var sense : meanings(node)) {
        if ((doubtful || sense.certain()) && fits(sense, first, last)) {
          return sense;
        }
      }
      return null;
    }

    private boolean fits(Sense<T> sense, int first, int last) {
      if (sense.rule.name() || (sense.plural && !words.plural(first))) {
        return false;
      }
      var rule = sense.rule;
      return spelt(sense.letters, first)
          && !(rule.whole() && (first > 0 || last < words.count()))
          && !(beside(sense.not, first - 1) || beside(sense.not, last))
          && (sense.after.length == 0 || beside(sense.after, first - 1))
          && (sense.before.length == 0 || beside(sense.before, last))
          && (sense.with.length == 0 || within(sense.with, first, last))
          && (!rule.list() || stands(first, last))
          && (sense.certain() || company(sense.group, first, last));
    }

    private boolean spelt(List<String> letters, int first) {
      for (int i = 0; i < letters.size(); i++) {
        if (!letters.get(i).equals(words.raw(first + i))) {
          return false;
        }
      }
      return true;
    }

    private boolean beside(int[] wanted, int word) {
      return word >= 0 && word < words.count() && contains(wanted, words.id(word));
    }

    private boolean within(int[] wanted, int first, int last) {
      int to = Math.min(words.count(), last + WITH);
      for (int i = Math.max(0, first - WITH); i < to; i++) {
        if ((i < first || i >= last) && contains(wanted, words.id(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean stands(int first, int last) {
      return (parted(first) || beside(conjunctions, first - 1))
          && (parted(last) || beside(conjunctions, last));
    }

    private boolean parted(int word) {
      return word == 0 || word == words.count() || !words.joined(word) || words.slashBefore(word);
    }

    private boolean company(int group, int first, int last) {
      int to = Math.min(words.count(), last + NEAR);
      for (int i = Math.max(0, first - NEAR); i < to; i++) {
        if ((i < first || i >= last) && groups[i] == group) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean contains(int[] numbers, int number) {
    for (int candidate : numbers) {
      if (candidate == number) {
        return true;
      }
    }
    return false;
  }
}
