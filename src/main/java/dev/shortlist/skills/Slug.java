package dev.shortlist.skills;

import java.util.Locale;

/// Makes ids out of names: `Wound care` is `wound-care`, `C++` is `c-plus-plus`.
final class Slug {
  private Slug() {}

  static String of(String name) {
    var spelt =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("(?<![\\p{L}\\p{N}])\\.(?=\\p{L})", "dot-")
            .replace("+", "-plus")
            .replace("#", "-sharp")
            .replace("&", "-and-");
    var plain = new char[spelt.length() * 2];
    int length = 0;
    for (int i = 0; i < spelt.length(); i++) {
      length = Spelling.plain(spelt.charAt(i), plain, length);
    }
    return new String(plain, 0, length).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
