package dev.shortlist.notify;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where mails come back to, and by what is known which of them one was: a token that only those
/// know who had the mail, so nobody else can say that it came back.
///
/// @param pattern with `{mail}` where the token stands, or the same for all mails
record ReturnAddress(String pattern) {
  /// In every mail, beside its Message-ID, which some servers write anew.
  static final String HEADER = "X-Shortlist-Mail";

  private static final String PLACE = "{mail}";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 20;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{%d}".formatted(LENGTH));
  private static final Pattern MESSAGE_ID =
      Pattern.compile("<([a-z2-7]{%d})\\.shortlist@".formatted(LENGTH), Pattern.CASE_INSENSITIVE);
  private static final SecureRandom RANDOM = new SecureRandom();

  static boolean isUsable(String pattern) {
    String longest = pattern.replace(PLACE, "a".repeat(LENGTH));
    return pattern.split(Pattern.quote(PLACE), -1).length <= 2
        && Emails.isAddress(longest)
        && longest.indexOf('@') <= LONGEST_LOCAL_PART;
  }

  /// `hr@example.com` of `Heron & Sons <hr@example.com>`.
  static String plain(String from) {
    return from.replaceFirst("(?s).*<", "").replaceFirst("(?s)>.*", "").strip();
  }

  /// 100 random bits that survive servers which do not tell large letters from small ones.
  static String newToken() {
    return RANDOM
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
        .collect(Collectors.joining());
  }

  /// Whether each mail has an address of its own.
  boolean isOwn() {
    return pattern.contains(PLACE);
  }

  /// Where a mail comes back to.
  String of(String token) {
    return pattern.replace(PLACE, token);
  }

  /// The Message-ID of a mail.
  String messageId(String token) {
    return "<%s.shortlist@%s>".formatted(token, pattern.substring(pattern.lastIndexOf('@') + 1));
  }

  /// The token in addresses a mail came back to.
  Optional<String> tokenInAddress(String addresses) {
    int at = pattern.indexOf(PLACE);
    if (at < 0) {
      return Optional.empty();
    }
    var own =
        Pattern.compile(
            "(?<![\\w.+-])%s(%s)%s(?![\\w-])"
                .formatted(
                    Pattern.quote(pattern.substring(0, at)),
                    TOKEN.pattern(),
                    Pattern.quote(pattern.substring(at + PLACE.length()))),
            Pattern.CASE_INSENSITIVE);
    return found(own, addresses);
  }

  static Optional<String> tokenInMessageId(String id) {
    return found(MESSAGE_ID, id);
  }

  static Optional<String> tokenInHeader(String value) {
    return Optional.of(value.strip().toLowerCase(Locale.ROOT))
        .filter(one -> TOKEN.matcher(one).matches());
  }

  private static Optional<String> found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
