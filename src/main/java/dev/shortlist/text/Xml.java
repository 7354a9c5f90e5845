package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Finds elements and attributes by their local names: office formats use the same names under
/// several namespaces.
final class Xml {
  private Xml() {}

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static Optional<Element> child(@Nullable Element parent, String name) {
    if (parent == null) {
      return Optional.empty();
    }
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /// All elements below `parent` of this name, in document order.
  static List<Element> all(Element parent, String name) {
    var found = new ArrayList<Element>();
    var nodes = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /// Value of the attribute of this local name, empty when it is not there.
  static String attribute(Element element, String name) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      var local = attribute.getLocalName();
      if (name.equals(local == null ? attribute.getNodeName() : local)) {
        return attribute.getNodeValue();
      }
    }
    return "";
  }

  /// Name without prefix.
  static String name(Element element) {
    return element.getLocalName() == null ? "" : element.getLocalName();
  }
}
