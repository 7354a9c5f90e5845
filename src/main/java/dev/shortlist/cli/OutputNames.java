package dev.shortlist.cli;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives each file a name for what is written about it: safe on every system, and taken once.
///
/// The same files in the same order get the same names: `ann`, then `ann-2` for the next file
/// called `ann`.
final class OutputNames {
  private static final int LONGEST = 120;
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._()@+, -]+");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|manifest");

  private final Set<String> taken = new HashSet<>();

  /// @param fileName name of the file that was read: `ann.pdf`
  String next(String fileName) {
    var stem = stem(fileName);
    var name = stem;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + "-" + i;
    }
    return name;
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    var stem =
        Normalizer.normalize(dot > 0 ? fileName.substring(0, dot) : fileName, Normalizer.Form.NFC);
    stem = UNSAFE.matcher(stem).replaceAll("_").replaceFirst("^[.\\s-]+", "_");
    while (stem.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    stem = stem.replaceFirst("[.\\s]+$", "");
    return stem.isEmpty() || RESERVED.matcher(stem).matches() ? "_" + stem : stem;
  }
}
