package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.List;

/// A relation as written in the data: another name and how near it is.
record Link(String name, double strength) {
  Link {
    if (!(strength > 0 && strength < 1)) {
      throw new IllegalArgumentException(
          "strength of %s must be in (0, 1) but is %s".formatted(name, strength));
    }
  }

  /// Reads `MySQL, MariaDB 0.8, Oracle Database 0.6`: a strength holds for the names before it.
  static List<Link> list(String written) {
    var links = new ArrayList<Link>();
    var waiting = new ArrayList<String>();
    for (String item : Alias.items(written, ',')) {
      int space = item.lastIndexOf(' ');
      if (space > 0 && item.startsWith("0.", space + 1)) {
        waiting.add(item.substring(0, space).strip());
        double strength = Double.parseDouble(item.substring(space + 1));
        waiting.forEach(name -> links.add(new Link(name, strength)));
        waiting.clear();
      } else {
        waiting.add(item);
      }
    }
    if (!waiting.isEmpty()) {
      throw new IllegalArgumentException("no strength behind " + waiting.getLast());
    }
    return links;
  }
}
