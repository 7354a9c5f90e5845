package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares what a server answers with an example of the contract: the same keys in any order, and
/// values of the same kind. The first element of a list stands for all; an example with one asks
/// for one at least. The value of a key `*` stands for those of all keys.
public final class Shape {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/dialects");
  private static final List<Pattern> KINDS =
      List.of(
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}"),
          Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z"),
          Pattern.compile("\\d+\\.\\d%"));

  private Shape() {}

  /// Fails with the differences, if there are any.
  ///
  /// @param golden name of the example, such as `persona-job`
  public static void same(String golden, JsonNode actual) {
    var differences = new ArrayList<String>();
    compare("$", example(golden), actual, differences);
    assertThat(differences).as("%s, and the server said %s", golden, actual).isEmpty();
  }

  private static JsonNode example(String golden) {
    try {
      return JsonMapper.shared().readTree(Files.readString(GOLDEN.resolve(golden + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(
      String at, JsonNode expected, JsonNode actual, List<String> differences) {
    if (!kind(expected).equals(kind(actual))) {
      differences.add("%s is %s and not like %s".formatted(at, actual, expected));
    } else if (expected.has("*")) {
      actual
          .propertyStream()
          .forEach(one ->
              compare(at + "." + one.getKey(), expected.path("*"), one.getValue(), differences));
    } else if (expected.isObject()) {
      var keys = new TreeSet<>(expected.propertyNames());
      if (!keys.equals(new TreeSet<>(actual.propertyNames()))) {
        differences.add("%s has %s, not %s".formatted(at, actual.propertyNames(), keys));
        return;
      }
      keys.forEach(
          key -> compare(at + "." + key, expected.path(key), actual.path(key), differences));
    } else if (expected.isArray() && !expected.isEmpty()) {
      if (actual.isEmpty()) {
        differences.add(at + " is empty");
      }
      for (int i = 0; i < actual.size(); i++) {
        compare("%s[%d]".formatted(at, i), expected.get(0), actual.get(i), differences);
      }
    }
  }

  private static String kind(JsonNode node) {
    if (node.isString()) {
      for (var pattern : KINDS) {
        if (pattern.matcher(node.asString()).matches()) {
          return "text like " + pattern;
        }
      }
      return "text";
    }
    return node.isIntegralNumber() ? "whole number" : node.getNodeType().name();
  }
}
