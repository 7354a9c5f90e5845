package dev.shortlist.text;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The parts of a DOCX and what leads from one to the other. All but the main one may be missing or
/// broken without harm to the rest.
final class DocxPackage {
  private static final List<String> PROPERTIES =
      List.of("title", "subject", "keywords", "description", "creator");

  private final Parts parts;
  private final Draft draft;

  DocxPackage(byte[] bytes, Draft draft) throws IOException {
    this.parts = new Parts(bytes);
    this.draft = draft;
  }

  /// A part with the targets its ids stand for.
  record Part(String name, Element root, Map<String, String> targets) {
    /// The folder its targets are in, with a slash.
    String folder() {
      return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /// Name of the part that `id` stands for; absent when it stands for none.
    @Nullable String target(String id) {
      var target = targets.get(id);
      if (target == null) {
        return null;
      }
      return target.startsWith("/") ? target.substring(1) : folder() + target;
    }
  }

  /// @throws Unreadable if there is no document, or it is damaged
  Part main() throws Unreadable {
    var name = mainName();
    var root = parts.xml(name);
    if (root == null) {
      throw new Unreadable(Reason.DAMAGED, "it has no document inside");
    }
    return new Part(name, root, targets(name));
  }

  private String mainName() {
    var usual = "word/document.xml";
    if (parts.has(usual)) {
      return usual;
    }
    return parts
        .names()
        .filter(name -> name.startsWith("word/") && name.endsWith("document.xml"))
        .findFirst()
        .orElse(usual);
  }

  @Nullable Part part(String name) throws Unreadable {
    var root = xml(name);
    return root == null ? null : new Part(name, root, targets(name));
  }

  @Nullable Element xml(String name) throws Unreadable {
    try {
      return parts.xml(name);
    } catch (Unreadable e) {
      draft.notice(Notice.Kind.DAMAGED, name + " cannot be understood", 1);
      return null;
    }
  }

  /// Whether the archive they are in is incomplete.
  boolean broken() {
    return parts.broken();
  }

  private Map<String, String> targets(String part) throws Unreadable {
    int slash = part.lastIndexOf('/') + 1;
    var root = xml(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
    var found = new HashMap<String, String>();
    if (root != null) {
      for (var relation : Xml.children(root)) {
        found.put(Xml.attribute(relation, "Id"), Xml.attribute(relation, "Target"));
      }
    }
    return found;
  }

  /// Hands over what the file says about itself.
  ///
  /// @return its last change or creation, absent when it does not tell
  @Nullable LocalDate properties() throws Unreadable {
    var core = xml("docProps/core.xml");
    if (core == null) {
      return null;
    }
    for (var name : PROPERTIES) {
      draft.property(Xml.child(core, name).map(Element::getTextContent).orElse(null));
    }
    var day =
        Xml.child(core, "modified")
            .or(() -> Xml.child(core, "created"))
            .map(e -> e.getTextContent().strip())
            .orElse("");
    try {
      return day.length() < 10 ? null : LocalDate.parse(day.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
