package dev.shortlist.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// How letters of a DOCX look: what a run says, else its style, else the styles that one is based
/// on, else the default.
final class DocxStyles {
  /// The look of letters; null where nothing is said.
  record Look(
      @Nullable Boolean hidden,
      @Nullable Boolean bold,
      @Nullable Integer halfPoints,
      @Nullable String color,
      @Nullable Boolean shaded) {
    static final Look NOTHING = new Look(null, null, null, null, null);

    Look orElse(Look other) {
      return new Look(
          hidden != null ? hidden : other.hidden,
          bold != null ? bold : other.bold,
          halfPoints != null ? halfPoints : other.halfPoints,
          color != null ? color : other.color,
          shaded != null ? shaded : other.shaded);
    }
  }

  private static final Pattern HEADING =
      Pattern.compile("(heading|title|überschrift|titre|título|titolo|rubrik|kop|nagłówek).*");
  private static final int DEEPEST = 12;
  private static final int NARROWEST = 10;

  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, Look> looks = new HashMap<>();
  private Look standard = Look.NOTHING;
  private String standardParagraph = "";

  DocxStyles(@Nullable Element root) {
    if (root == null) {
      return;
    }
    standard =
        Xml.child(root, "docDefaults")
            .flatMap(d -> Xml.child(d, "rPrDefault"))
            .flatMap(d -> Xml.child(d, "rPr"))
            .map(DocxStyles::look)
            .orElse(Look.NOTHING);
    for (var style : Xml.children(root)) {
      if ("style".equals(style.getLocalName())) {
        var id = Xml.attribute(style, "styleId");
        styles.put(id, style);
        if (Xml.attribute(style, "type").equals("paragraph")
            && isOn(Xml.attribute(style, "default"), false)) {
          standardParagraph = id;
        }
      }
    }
  }

  /// The look of a run with properties `run` in a paragraph of style `paragraphStyle`.
  Look of(@Nullable Element run, String paragraphStyle) {
    var own = run == null ? Look.NOTHING : look(run);
    var character = run == null ? "" : value(run, "rStyle");
    var paragraph = paragraphStyle.isEmpty() ? standardParagraph : paragraphStyle;
    return own.orElse(style(character, 0)).orElse(style(paragraph, 0)).orElse(standard);
  }

  /// Whether paragraphs of style `id` are headings.
  boolean isHeading(String id) {
    var style = styles.get(id);
    if (style == null) {
      return HEADING.matcher(id.toLowerCase(Locale.ROOT)).matches();
    }
    var level = Xml.child(style, "pPr").flatMap(p -> Xml.child(p, "outlineLvl"));
    return level.isPresent()
        || HEADING.matcher(value(style, "name").toLowerCase(Locale.ROOT)).matches();
  }

  /// Whether style `id` paints a background, as table styles do.
  boolean isShaded(String id) {
    var style = styles.get(id);
    return style != null && Xml.all(style, "shd").stream().anyMatch(DocxStyles::isDark);
  }

  private Look style(String id, int depth) {
    var known = looks.get(id);
    if (known != null) {
      return known;
    }
    var style = styles.get(id);
    if (style == null || depth > DEEPEST) {
      return Look.NOTHING;
    }
    var own = Xml.child(style, "rPr").map(DocxStyles::look).orElse(Look.NOTHING);
    var paragraph = Xml.child(style, "pPr").flatMap(p -> Xml.child(p, "shd"));
    if (paragraph.isPresent()) {
      own = own.orElse(new Look(null, null, null, null, isDark(paragraph.get())));
    }
    var look = own.orElse(style(value(style, "basedOn"), depth + 1));
    looks.put(id, look);
    return look;
  }

  private static Look look(Element properties) {
    var shade = Xml.child(properties, "shd").map(DocxStyles::isDark);
    var highlight =
        Xml.child(properties, "highlight").map(h -> !Xml.attribute(h, "val").equals("none"));
    return new Look(
        (isDrowned(properties) || isSqueezed(properties))
            ? (Boolean) true
            : toggle(properties, "vanish"),
        toggle(properties, "b"),
        number(value(properties, "sz")),
        Xml.child(properties, "color").map(DocxStyles::color).orElse(null),
        highlight.or(() -> shade).orElse(null));
  }

  private static String color(Element color) {
    var value = Xml.attribute(color, "val");
    var theme = Xml.attribute(color, "themeColor");
    boolean paper =
        (theme.equals("background1") || theme.equals("light1"))
            && Xml.attribute(color, "themeShade").isEmpty();
    return paper && value.length() != 6 ? "FFFFFF" : value;
  }

  /// Whether letters have the colour of their own ground.
  private static boolean isDrowned(Element properties) {
    var fill =
        Xml.child(properties, "shd")
            .filter(shade -> Xml.attribute(shade, "val").equals("clear"))
            .map(shade -> Xml.attribute(shade, "fill"))
            .orElse("");
    var color = Xml.child(properties, "color").map(DocxStyles::color).orElse("");
    return color.length() == 6 && color.equalsIgnoreCase(fill);
  }

  /// Whether letters are set to a tenth of their width or less.
  private static boolean isSqueezed(Element properties) {
    var percent = number(value(properties, "w").replace("%", ""));
    return percent != null && percent > 0 && percent <= NARROWEST;
  }

  /// Whether a shading is darker than white.
  static boolean isDark(Element shading) {
    var fill = Xml.attribute(shading, "fill");
    var pattern = Xml.attribute(shading, "val");
    boolean plain = fill.isEmpty() || fill.equals("auto") || isWhite(fill);
    return !plain || pattern.equals("solid") || pattern.startsWith("pct");
  }

  static boolean isWhite(String color) {
    if (color.length() != 6) {
      return color.equalsIgnoreCase("white");
    }
    try {
      int rgb = Integer.parseInt(color, 16);
      return (rgb >> 16) > 0xF3 && ((rgb >> 8) & 0xFF) > 0xF3 && (rgb & 0xFF) > 0xF3;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static String value(Element parent, String name) {
    return Xml.child(parent, name).map(e -> Xml.attribute(e, "val")).orElse("");
  }

  private static @Nullable Boolean toggle(Element properties, String name) {
    Optional<Element> toggle = Xml.child(properties, name);
    return toggle.isEmpty() ? null : (Boolean) isOn(Xml.attribute(toggle.get(), "val"), true);
  }

  private static boolean isOn(String value, boolean whenEmpty) {
    return value.isEmpty() ? whenEmpty : !value.matches("0|false|off");
  }

  private static @Nullable Integer number(String value) {
    try {
      return value.isEmpty() ? null : (Integer) Math.round(Float.parseFloat(value));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
