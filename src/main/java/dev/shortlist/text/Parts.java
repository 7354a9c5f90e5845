package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The XML files within a DOCX or ODT.
///
/// Pictures and other files are not unpacked. No document type, no entity, nothing from outside.
final class Parts {
  private static final int LARGEST = 48 << 20;

  private final Map<String, byte[]> parts = new HashMap<>();
  private boolean broken;

  Parts(byte[] bytes) throws IOException {
    long total = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = entry.getName().replace('\\', '/');
        if (isText(name)) {
          var part = new ByteArrayOutputStream();
          total += copy(zip, part, LARGEST - total);
          parts.putIfAbsent(name, part.toByteArray());
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      broken = true;
    }
  }

  /// Whether the package ended before its time.
  boolean broken() {
    return broken;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  Stream<String> names() {
    return parts.keySet().stream().sorted();
  }

  byte[] bytes(String name) {
    return parts.getOrDefault(name, new byte[0]);
  }

  /// Root of part `name`; null when there is no such part.
  ///
  /// @throws Unreadable if it is no well-formed XML
  @Nullable Element xml(String name) throws Unreadable {
    var bytes = parts.get(name);
    if (bytes == null) {
      return null;
    }
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new Unreadable(Reason.DAMAGED, name + " cannot be understood");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser that refuses DOCTYPE", e);
    }
  }

  private static boolean isText(String name) {
    return name.endsWith(".xml") || name.endsWith(".rels") || name.equals("mimetype");
  }

  private static long copy(ZipInputStream from, ByteArrayOutputStream to, long most)
      throws IOException {
    var chunk = new byte[1 << 16];
    long copied = 0;
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      copied += read;
      if (copied > most) {
        throw new Unreadable(Reason.TOO_COSTLY, "it unpacks to more than 48 MB of text");
      }
      to.write(chunk, 0, read);
    }
    return copied;
  }
}
