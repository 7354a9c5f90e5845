package dev.shortlist.samples;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/// Draws a person's CV as a web page, which a browser prints to PDF.
final class HtmlCv {
  private final Person person;
  private final boolean german;

  HtmlCv(Person person) {
    this.person = person;
    this.german = person.layout() == Layout.SINGLE_GERMAN;
  }

  String page() {
    var body =
        switch (person.layout()) {
          case SIDEBAR_LEFT -> columns("left");
          case SIDEBAR_RIGHT -> columns("right");
          case TABLE -> table();
          default -> header() + main() + side();
        };
    return """
    <!doctype html>
    <html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head>
    <body>%s%s</body></html>
    """
        .formatted(german ? "de" : "en", escaped(person.name()), STYLE, body, hidden());
  }

  private String header() {
    return "<header><h1>%s</h1><p class=label>%s</p><p class=contact>%s</p></header>"
        .formatted(
            escaped(person.name()),
            escaped(person.label()),
            person.contact().stream().map(HtmlCv::escaped).collect(joining(" &nbsp;·&nbsp; ")));
  }

  private String columns(String side) {
    return """
    <div class="columns %s"><aside><p class=name>%s</p><p class=label>%s</p>%s%s</aside><main>%s</main></div>
    """
        .formatted(
            side,
            escaped(person.name()),
            escaped(person.label()),
            section(heading("Contact", "Kontakt"), list(person.contact())),
            side(),
            main());
  }

  /// Draws row by row, so that the file's own order interleaves both cells.
  private String table() {
    return header()
        + "<table>"
        + row("Profile", "<p>" + escaped(person.summary()) + "</p>")
        + row("Experience", each(person.work(), this::post))
        + row("Education", each(person.education(), this::course))
        + row("Skills", "<p>" + escaped(String.join(", ", person.skills())) + "</p>")
        + row("Languages", "<p>" + escaped(String.join(", ", person.languages())) + "</p>")
        + row("Certificates", "<p>" + escaped(String.join(", ", person.certificates())) + "</p>")
        + "</table>";
  }

  private static String row(String heading, String cell) {
    return "<tr><th>%s</th><td>%s</td></tr>".formatted(heading, cell);
  }

  private String main() {
    return section(heading("Profile", "Profil"), "<p>" + escaped(person.summary()) + "</p>")
        + section(heading("Experience", "Berufserfahrung"), each(person.work(), this::post))
        + section(heading("Education", "Ausbildung"), each(person.education(), this::course));
  }

  private String side() {
    var certificates =
        person.certificates().isEmpty()
            ? ""
            : section(heading("Certificates", "Zertifikate"), list(person.certificates()));
    return section(heading("Skills", "Kenntnisse"), list(person.skills()))
        + section(heading("Languages", "Sprachen"), list(person.languages()))
        + certificates;
  }

  private String post(Person.Post post) {
    return "<div class=entry><p class=dates>%s</p><h3>%s</h3><p class=where>%s, %s</p>%s</div>"
        .formatted(
            escaped(post.dates()),
            escaped(post.title()),
            escaped(post.company()),
            escaped(post.location()),
            list(post.highlights()));
  }

  private String course(Person.Course course) {
    return "<div class=entry><p class=dates>%s</p><h3>%s</h3><p class=where>%s</p></div>"
        .formatted(
            escaped(course.dates()), escaped(course.degree()), escaped(course.institution()));
  }

  private String hidden() {
    return person.hidden() == null
        ? ""
        : "<p style='color:#fff;font-size:3pt'>" + escaped(person.hidden()) + "</p>";
  }

  private String heading(String english, String german) {
    return this.german ? german : english;
  }

  private static String section(String heading, String content) {
    return "<section><h2>%s</h2>%s</section>".formatted(heading, content);
  }

  private static String list(List<String> items) {
    return items.stream()
        .map(item -> "<li>" + escaped(item) + "</li>")
        .collect(joining("", "<ul>", "</ul>"));
  }

  private static <T> String each(List<T> items, Function<T, String> drawn) {
    return items.stream().map(drawn).collect(joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static final String STYLE =
      """
      @page { size: A4; margin: 16mm }
      body { font: 10.5pt/1.45 'DejaVu Sans', sans-serif; color: #222; margin: 0 }
      h1 { font-size: 22pt; margin: 0 } h2 { font-size: 12pt; color: #24507a; margin: 12pt 0 4pt; border-bottom: 1px solid #ccd }
      h3 { font-size: 10.5pt; margin: 0 } p { margin: 0 0 3pt } ul { margin: 2pt 0 6pt; padding-left: 14pt }
      .label { color: #555 } .contact { font-size: 9pt } .dates { float: right; color: #555; font-size: 9.5pt } .where { color: #555 }
      .name { font-size: 17pt; font-weight: bold }
      .columns { display: flex; gap: 8mm } .columns.right { flex-direction: row-reverse }
      aside { width: 52mm; background: #eef2f7; padding: 4mm; font-size: 9pt } main { flex: 1 }
      table { border-collapse: collapse; width: 100% } th { text-align: left; vertical-align: top; width: 30mm; padding: 6pt 6pt 6pt 0; color: #24507a } td { padding: 6pt 0; border-top: 1px solid #ccd }
      """;
}
