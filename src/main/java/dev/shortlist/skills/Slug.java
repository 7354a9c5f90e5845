package dev.shortlist.skills;

/// Makes ids out of names: `Wound care` is `wound-care`, `C++` is `c-plus-plus`.
final class Slug {
  private Slug() {}

  static String of(String name) {
    var id = new StringBuilder(name.length() + 8);
    var plain = new char[4];
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        id.append(plain, 0, Spelling.plain(c, plain, 0));
        continue;
      }
      boolean starts = i == 0 || name.charAt(i - 1) == ' ';
      switch (c) {
        case '+' -> word(id, "plus");
        case '#' -> word(id, "sharp");
        case '&' -> word(id, "and");
        case '.' -> word(id, starts ? "dot" : "");
        default -> word(id, "");
      }
    }
    int end = id.length();
    return id.substring(0, end > 0 && id.charAt(end - 1) == '-' ? end - 1 : end);
  }

  private static void word(StringBuilder id, String word) {
    if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
      id.append('-');
    }
    if (!word.isEmpty()) {
      id.append(word).append('-');
    }
  }
}
