package dev.shortlist.report;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Arabic letters as they are joined to their neighbours: each as the presentation form of Unicode
/// that it has at its place in a word.
///
/// Which form belongs to which letter is what Unicode says of the forms, which stand in the order
/// alone, last, first, middle.
final class ArabicShapes {
  private static final int LAST = 1;
  private static final int FIRST = 2;
  private static final int MIDDLE = 3;
  private static final char LAM = '\u0644';
  private static final char STRETCH = '\u0640';
  private static final char JOINER = '\u200d';

  /// A letter, or lam with an alef, to its forms in their order.
  private static final Map<String, String> FORMS = forms();

  private ArabicShapes() {}

  static String joined(String text) {
    if (text.chars().noneMatch(letter -> letter >= 0x0600 && letter <= 0x06ff)) {
      return text;
    }
    var joined = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int length = pair(text, i) ? 2 : 1;
      joined.append(form(text, i, length));
      i += length - 1;
    }
    return joined.toString();
  }

  private static String form(String text, int at, int length) {
    String letter = text.substring(at, at + length);
    String forms = FORMS.get(letter);
    if (forms == null) {
      return letter;
    }
    boolean before = joinsNext(text, neighbour(text, at, -1));
    boolean after = forms.length() > FIRST && joins(text, neighbour(text, at + length - 1, 1));
    int form = before ? after ? MIDDLE : LAST : after ? FIRST : 0;
    return forms.substring(form, form + 1);
  }

  private static boolean pair(String text, int at) {
    return text.charAt(at) == LAM
        && at + 1 < text.length()
        && FORMS.containsKey(text.substring(at, at + 2));
  }

  /// The next letter in a direction, past the marks that stand over and under letters.
  private static int neighbour(String text, int at, int step) {
    int next = at + step;
    while (next >= 0
        && next < text.length()
        && Character.getType(text.charAt(next)) == Character.NON_SPACING_MARK) {
      next += step;
    }
    return next;
  }

  private static boolean joins(String text, int at) {
    return at >= 0
        && at < text.length()
        && (isStretch(text.charAt(at)) || forms(text, at).length() > LAST);
  }

  private static boolean joinsNext(String text, int at) {
    if (at < 0) {
      return false;
    }
    boolean endsPair = at > 0 && pair(text, at - 1);
    return isStretch(text.charAt(at)) || (!endsPair && forms(text, at).length() > FIRST);
  }

  private static String forms(String text, int at) {
    return FORMS.getOrDefault(text.substring(at, at + 1), "");
  }

  private static boolean isStretch(char letter) {
    return letter == STRETCH || letter == JOINER;
  }

  private static Map<String, String> forms() {
    var forms = new HashMap<String, String>();
    add('\ufb50', '\ufbb1', forms);
    add('\ufbd3', '\ufbe9', forms);
    add('\ufbfc', '\ufbff', forms);
    add('\ufe80', '\ufefc', forms);
    return forms;
  }

  private static void add(char from, char to, Map<String, String> forms) {
    for (char form = from; form <= to; form++) {
      String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
      if (!letters.equals(Character.toString(form))) {
        forms.merge(letters, Character.toString(form), String::concat);
      }
    }
  }
}
