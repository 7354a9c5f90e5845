package dev.shortlist.judging;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as a good model would: a requirement is met where the CV has its words, with the line
/// they stand in as quote.
final class Judge {
  private static final Pattern CV =
      Pattern.compile("=== (c\\d+)-\\w+ begins\nCV text:\n(.*?)=== \\1-\\w+ ends", Pattern.DOTALL);
  private static final Pattern REQUIREMENT = Pattern.compile("(?m)^([^:\\n]+): (.+)$");

  private Judge() {}

  /// The answer to a request.
  static String answer(String request) {
    var material = material(request);
    var answer = JsonMapper.shared().createObjectNode();
    cvs(request)
        .forEach((number, text) -> {
          var cv = answer.putObject(number);
          var judged = cv.putObject("requirements");
          requirements(material)
              .forEach((id, label) -> {
                var line = line(text, label);
                var one = judged.putObject(id);
                var quotes = one.putArray("quotes");
                if (line.isEmpty()) {
                  one.put("answer", "not");
                } else {
                  quotes.add(line);
                  one.put("answer", "met");
                }
              });
          cv.put("summary", "Knows what was asked.");
        });
    return answer.toString();
  }

  /// The CVs of a request by their number.
  static Map<String, String> cvs(String request) {
    var cvs = new LinkedHashMap<String, String>();
    var found = CV.matcher(material(request));
    while (found.find()) {
      cvs.put(found.group(1), found.group(2));
    }
    return cvs;
  }

  private static String material(String request) {
    JsonNode messages = JsonMapper.shared().readTree(request).path("messages");
    return messages.path(1).path("content").asString("");
  }

  private static Map<String, String> requirements(String material) {
    var requirements = new LinkedHashMap<String, String>();
    String listed =
        material.substring(
            material.indexOf("\nRequirements:\n") + 15, material.indexOf("\nWrite summaries"));
    // the job description has such a line, too
    var found = REQUIREMENT.matcher(listed.substring(listed.lastIndexOf("Requirements:") + 1));
    while (found.find()) {
      requirements.put(found.group(1), found.group(2));
    }
    return requirements;
  }

  private static String line(String text, String label) {
    return text.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains(label.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .findFirst()
        .orElse("");
  }
}
