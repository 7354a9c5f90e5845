package dev.shortlist.profile;

import dev.shortlist.text.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds e-mail and web addresses, in the text and in the links a file carries.
final class Addresses {
  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![\\w.%+-])[\\p{L}\\d][\\p{L}\\d._%+'-]{0,63}\\s?@\\s?(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,62})\\.){1,5}[\\p{L}]{2,24}(?![\\p{L}\\d])");
  private static final Pattern SPELT =
      Pattern.compile(
          "(?i)(?<![\\w.])[\\w][\\w.+-]{0,63}\\s?[\\[({]\\s?at\\s?[\\])}]\\s?[\\w-]{1,63}(?:\\s?(?:\\.|[\\[({]\\s?dot\\s?[\\])}])\\s?[\\w-]{2,63}){1,3}");
  private static final Pattern WEB =
      Pattern.compile(
          "(?i)(?<![@\\w.-])(?:https?:?//|www\\.)[^\\s<>\"'|,;()\\[\\]{}]{3,300}"
              + "|(?<![@\\w./-])(?:[a-z\\d](?:[a-z\\d-]{0,62})\\.){1,4}"
              + "(?:com|org|net|io|dev|me|co|ai|app|edu|gov|info|biz|tech|xyz|online|site|eu|de|at|ch|fr|es|it|nl|be|pt|pl|uk|in|us|ca|au|se|dk|no|fi|cz|br|mx|ru|jp|kr|cn|ly|gg|tv|page|blog|cloud|design|studio|name|work|works|codes|pro|sh|ie|ro|gr|hu|tr|il|za|ng|pk|link|so|id|sg)"
              + "(?![a-z\\d.-]*@)(?![a-z\\d-])(?:/[^\\s<>\"'|,;()\\[\\]{}]{0,200})?");
  private static final Pattern REST = Pattern.compile("(?=[\\w/-]{0,80}\\d)[\\w/-]{4,80}(?=\\s|$)");
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?i)\\b(linked\\s?in|github|gitlab|twitter|medium|kaggle|bitbucket|behance|dribbble|xing)\\b(?:\\.com)?\\s{0,2}(?::\\s?(?://)?|//|[-–|@])?\\s{0,2}@?(/?(?:in/)?[\\w][\\w.-]{1,60})(?=\\s*(?:$|[|,;•·]))");
  private static final Map<String, String> HOSTS =
      Map.of(
          "linkedin",
          "linkedin.com/in/",
          "github",
          "github.com/",
          "gitlab",
          "gitlab.com/",
          "twitter",
          "twitter.com/",
          "medium",
          "medium.com/@",
          "kaggle",
          "kaggle.com/",
          "bitbucket",
          "bitbucket.org/",
          "behance",
          "behance.net/",
          "dribbble",
          "dribbble.com/",
          "xing",
          "xing.com/profile/");
  private static final int LONGEST = 4000;

  private Addresses() {}

  static List<Span> mails(Row row) {
    return row.text().indexOf('@') >= 0
        ? found(MAIL, row)
        : row.text().indexOf('(') >= 0 || row.text().indexOf('[') >= 0
            ? found(SPELT, row)
            : List.of();
  }

  static String mail(String written) {
    return written
        .replaceAll("(?i)\\s?[\\[({]\\s?at\\s?[\\])}]\\s?", "@")
        .replaceAll("(?i)\\s?[\\[({]\\s?dot\\s?[\\])}]\\s?", ".")
        .replace(" ", "");
  }

  /// Web addresses in `rows` and behind `links`, each once, those of the text first.
  ///
  /// @param contactEnd row before which an address without `www` or path is one, too
  static List<String> web(List<Row> rows, List<Link> links, int contactEnd) {
    var addresses = new LinkedHashMap<String, String>();
    for (var row : rows) {
      if (row.text().length() <= LONGEST && hasInnerDot(row.text())) {
        for (var span : found(WEB, row)) {
          String address = trimmed(whole(span, row, rows));
          if (isExplicit(address) || (row.index() < contactEnd && !isProduct(address))) {
            addresses.putIfAbsent(key(address), address);
          }
        }
      }
    }
    for (var link : links) {
      String uri = link.uri().strip();
      if (isWeb(uri)) {
        addresses.putIfAbsent(key(uri), uri);
      }
    }
    rows.stream().filter(row -> row.index() < contactEnd).forEach(row -> addHandle(row, addresses));
    return List.copyOf(addresses.values());
  }

  /// Whether a dot stands before another letter: no address is without one, and few sentences have
  /// one.
  private static boolean hasInnerDot(String text) {
    for (int dot = text.indexOf('.', 1); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (dot + 1 < text.length() && !Character.isWhitespace(text.charAt(dot + 1))) {
        return true;
      }
    }
    return false;
  }

  private static void addHandle(Row row, Map<String, String> addresses) {
    Matcher handle = HANDLE.matcher(row.text());
    while (row.text().length() <= LONGEST && handle.find()) {
      String site = handle.group(1).toLowerCase(Locale.ROOT).replace(" ", "");
      String host = HOSTS.getOrDefault(site, "");
      String account = handle.group(2).replaceFirst("^/?(?:in/)?", "");
      String domain = host.substring(0, Math.max(0, host.indexOf('/')));
      if (!account.isEmpty()
          && account.indexOf('.') < 0
          && addresses.keySet().stream().noneMatch(key -> key.startsWith(domain))) {
        addresses.putIfAbsent(key(host + account), host + account);
      }
    }
  }

  /// The account name behind a link to a profile, absent for other links.
  static @Nullable String account(String address) {
    String key = key(address);
    for (String host : HOSTS.values()) {
      if (key.startsWith(host) && key.length() > host.length()) {
        String rest = key.substring(host.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
      }
    }
    return null;
  }

  private static List<Span> found(Pattern pattern, Row row) {
    var spans = new ArrayList<Span>();
    if (row.text().length() <= LONGEST) {
      Matcher found = pattern.matcher(row.text());
      while (found.find()) {
        spans.add(row.span().sub(found.start(), found.end()));
      }
    }
    return spans;
  }

  /// An address that a line break parted behind a slash.
  private static String whole(Span span, Row row, List<Row> rows) {
    int next = row.index() + 1;
    boolean parted =
        span.text().endsWith("/") || (span.text().endsWith("-") && span.text().indexOf('/') > 0);
    if (span.end() != row.span().end() || !parted || next >= rows.size()) {
      return span.text();
    }
    Matcher rest = REST.matcher(rows.get(next).text());
    return rest.lookingAt() ? span.text() + rest.group() : span.text();
  }

  /// `ASP.NET`, `M.Tech`: nobody writes the end of an address so.
  private static boolean isProduct(String address) {
    String end = address.substring(address.lastIndexOf('.') + 1);
    return !end.equals(end.toLowerCase(Locale.ROOT));
  }

  private static boolean isExplicit(String address) {
    return address.startsWith("http") || address.startsWith("www.") || address.indexOf('/') > 0;
  }

  private static boolean isWeb(String uri) {
    String low = uri.toLowerCase(Locale.ROOT);
    return low.startsWith("http://") || low.startsWith("https://") || low.startsWith("www.");
  }

  private static String trimmed(String address) {
    int end = address.length();
    while (end > 0 && ".:!?/".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  private static String key(String address) {
    return address
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?:?//", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("/+$", "");
  }
}
