package dev.shortlist.skills;

/// Brings spellings of a word together: capitals, accents, British and American, plural.
///
/// The folded form is for comparing only. It need not be a word, as long as both sides get the
/// same.
final class Spelling {
  private static final String LATIN_1 = // U+00C0 to U+00FF
      "a,a,a,a,ae,a,ae,c,e,e,e,e,i,i,i,i,d,n,o,o,o,o,oe,x,o,u,u,u,ue,y,th,ss,"
          + "a,a,a,a,ae,a,ae,c,e,e,e,e,i,i,i,i,d,n,o,o,o,o,oe,x,o,u,u,u,ue,y,th,y";
  private static final String EXTENDED_A = // U+0100 to U+017F
      "a,a,a,a,a,a,c,c,c,c,c,c,c,c,d,d,d,d,e,e,e,e,e,e,e,e,e,e,g,g,g,g,"
          + "g,g,g,g,h,h,h,h,i,i,i,i,i,i,i,i,i,i,ij,ij,j,j,k,k,k,l,l,l,l,l,l,l,"
          + "l,l,l,n,n,n,n,n,n,n,n,n,o,o,o,o,o,o,oe,oe,r,r,r,r,r,r,s,s,s,s,s,s,"
          + "s,s,t,t,t,t,t,t,u,u,u,u,u,u,u,u,u,u,u,u,w,w,y,y,y,z,z,z,z,z,z,s";
  private static final String[] LATIN = (LATIN_1 + "," + EXTENDED_A).split(",", -1);

  private Spelling() {}

  /// Writes the plain small letters of `c` into `to` at `length` and returns the new length.
  static int plain(char c, char[] to, int length) {
    if (c < 0x80) {
      to[length] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      return length + 1;
    }
    if (c == '\u0308' && length > 0 && "aou".indexOf(to[length - 1]) >= 0) {
      to[length] = 'e';
      return length + 1;
    }
    if ((c >= '\u0300' && c <= '\u036F') || c == '\u00AD') {
      return length;
    }
    if (c >= 0xC0 && c < 0x180) {
      String letters = LATIN[c - 0xC0];
      letters.getChars(0, letters.length(), to, length);
      return length + letters.length();
    }
    to[length] = Character.toLowerCase(c);
    return length + 1;
  }

  /// Folds British into American spelling, in place, and returns the new length.
  static int american(char[] word, int length) {
    if (length < 5) {
      return length;
    }
    int at = infix(word, length);
    for (int i = Math.max(1, at - 7); i < at - 1; i++) {
      fold(word, i, at);
    }
    return shorten(word, at);
  }

  // "ise", "yse", "isation": s becomes z; "tre", "bre": the ending turns round.
  private static void fold(char[] word, int i, int length) {
    if (length >= 7 && word[i + 1] == 's' && (word[i] == 'i' || word[i] == 'y')) {
      if (ends(word, i + 2, length, "e", "ed", "es", "er", "ers", "ing", "ation", "ations")) {
        word[i + 1] = 'z';
      }
    }
    if (i == length - 3
        && word[i + 1] == 'r'
        && word[i + 2] == 'e'
        && (word[i] == 't' || word[i] == 'b')) {
      word[i + 1] = 'e';
      word[i + 2] = 'r';
    }
  }

  // "ae" within a long word is "e": paediatric, haematology, anaesthetist.
  private static int infix(char[] word, int length) {
    if (length < 7) {
      return length;
    }
    int to = 0;
    for (int i = 0; i < length; i++) {
      boolean dropped = i > 0 && i < length - 1 && word[i] == 'a' && word[i + 1] == 'e';
      if (!dropped) {
        word[to++] = word[i];
      }
    }
    return to;
  }

  private static int shorten(char[] word, int length) {
    int at = length;
    if (at >= 6) {
      at = colour(word, at);
    }
    if (at >= 8) {
      at = modelling(word, at);
    }
    return at >= 7 && word[at - 1] == 'e' ? ending(word, at) : at;
  }

  // programme, catalogue; licence, defence.
  private static int ending(char[] word, int length) {
    if (ends(word, length - 4, length, "amme", "ogue")) {
      return length - 2;
    }
    if (ends(word, length - 6, length, "icence", "efence")) {
      word[length - 2] = 's';
    }
    return length;
  }

  private static int colour(char[] word, int length) {
    for (int i = 2; i + 2 < length; i++) {
      if (word[i] == 'o'
          && word[i + 1] == 'u'
          && word[i + 2] == 'r'
          && "lbvnmdi".indexOf(word[i - 1]) >= 0) {
        System.arraycopy(word, i + 2, word, i + 1, length - i - 2);
        return length - 1;
      }
    }
    return length;
  }

  private static int modelling(char[] word, int length) {
    for (int i = length - 6; i < length - 3; i++) {
      if (word[i] == 'l'
          && word[i + 1] == 'l'
          && ends(word, i + 2, length, "ing", "ed", "er", "ers", "or", "ors")) {
        System.arraycopy(word, i + 1, word, i, length - i - 1);
        return length - 1;
      }
    }
    return length;
  }

  /// Takes a plural ending off, in place, and returns the new length; the same if there is none.
  static int singular(char[] word, int length) {
    if (length < 4 || word[length - 1] != 's') {
      return length;
    }
    char before = word[length - 2];
    if (before == 's' || before == 'u' || before == 'i') {
      return length;
    }
    if (before == 'e' && length > 4) {
      return singularOfEs(word, length);
    }
    return length - 1;
  }

  private static int singularOfEs(char[] word, int length) {
    char c = word[length - 3];
    if (c == 'i' && length > 5) {
      word[length - 3] = 'y';
      return length - 2;
    }
    boolean sibilant =
        c == 'x'
            || (c == 's' && word[length - 4] == 's')
            || (c == 'h' && (word[length - 4] == 'c' || word[length - 4] == 's'));
    return sibilant ? length - 2 : length - 1;
  }

  private static boolean ends(char[] word, int from, int length, String... endings) {
    for (String ending : endings) {
      if (from >= 0 && length - from == ending.length() && matches(word, from, ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(char[] word, int from, String ending) {
    for (int i = 0; i < ending.length(); i++) {
      if (word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
