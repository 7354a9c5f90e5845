package dev.shortlist.notify;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a server says became of one of our mails, as [RFC
/// 3464](https://www.rfc-editor.org/rfc/rfc3464) has it. What is no such report, as an answer of
/// somebody who is away, is none here.
///
/// @param token of the mail
/// @param kind absent when it was delivered or handed on
/// @param status `5.1.1`
record DeliveryReport(String token, Bounce.@Nullable Kind kind, String status) {
  private static final int DEEPEST = 4;
  private static final int MOST_PARTS = 50;
  private static final List<String> RECIPIENT_HEADERS =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To");
  // Not an IP address, of which it could be a part.
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d]|\\.\\d)");

  /// Reads a message.
  ///
  /// @param raw its beginning, or all of it
  /// @return empty if it is not a report about one of our mails
  static Optional<DeliveryReport> of(byte[] raw, ReturnAddress address) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
      var parts = new ArrayList<Part>();
      collect(message, parts, 0);
      var outcome = first(parts, DeliveryReport::isStatus, DeliveryReport::outcome);
      if (outcome.isEmpty()) {
        return Optional.empty();
      }
      var found = outcome.get();
      return token(message, parts, address)
          .map(token -> new DeliveryReport(token, found.kind(), found.status()));
    } catch (MessagingException | IOException | RuntimeException e) {
      return Optional.empty(); // anybody can write anything to the mailbox
    }
  }

  private static void collect(Part part, List<Part> parts, int depth)
      throws MessagingException, IOException {
    if (parts.size() >= MOST_PARTS) {
      return;
    }
    if (depth < DEEPEST && part.isMimeType("multipart/*")) {
      if (part.getContent() instanceof Multipart several) {
        for (int i = 0; i < several.getCount(); i++) {
          BodyPart one = several.getBodyPart(i);
          collect(one, parts, depth + 1);
        }
      }
      return;
    }
    parts.add(part);
  }

  private static boolean isStatus(Part part) {
    return isOne(part, "message/delivery-status", "message/global-delivery-status");
  }

  private static boolean isReturned(Part part) {
    return isOne(
        part, "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
  }

  private static boolean isOne(Part part, String... types) {
    try {
      for (String type : types) {
        if (part.isMimeType(type)) {
          return true;
        }
      }
      return false;
    } catch (MessagingException e) {
      return false;
    }
  }

  /// The worst that is said of a recipient; our mails have one, who may stand for several.
  private static Optional<Outcome> outcome(Part part) {
    try (var in = part.getInputStream()) {
      var worst = Optional.<Outcome>empty();
      new InternetHeaders(in); // what holds for the whole message
      for (int i = 0; i < MOST_PARTS && in.available() > 0; i++) {
        var said = Outcome.of(new InternetHeaders(in));
        worst =
            Stream.concat(worst.stream(), said.stream())
                .max((one, other) -> Integer.compare(one.weight(), other.weight()));
      }
      return worst;
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> token(
      MimeMessage message, List<Part> parts, ReturnAddress address) throws MessagingException {
    for (String header : RECIPIENT_HEADERS) {
      String[] values = message.getHeader(header);
      var token =
          values == null
              ? Optional.<String>empty()
              : Arrays.stream(values)
                  .flatMap(one -> address.tokenInAddress(one).stream())
                  .findFirst();
      if (token.isPresent()) {
        return token;
      }
    }
    return first(parts, DeliveryReport::isReturned, DeliveryReport::tokenOfReturned);
  }

  private static Optional<String> tokenOfReturned(Part part) {
    try (InputStream in = part.getInputStream()) {
      var headers = new InternetHeaders(in);
      return value(headers, ReturnAddress.HEADER)
          .flatMap(ReturnAddress::tokenInHeader)
          .or(() -> value(headers, "Message-ID").flatMap(ReturnAddress::tokenInMessageId));
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> first(
      List<Part> parts, Predicate<Part> which, Function<Part, Optional<T>> read) {
    return parts.stream().filter(which).flatMap(part -> read.apply(part).stream()).findFirst();
  }

  private static Optional<String> value(InternetHeaders headers, String name) {
    return Optional.ofNullable(headers.getHeader(name, ",")).map(String::strip);
  }

  private record Outcome(Bounce.@Nullable Kind kind, String status) {

    /// Empty when nothing is said of what was done.
    static Optional<Outcome> of(InternetHeaders headers) {
      String diagnosis = value(headers, "Diagnostic-Code").orElse("");
      String status =
          value(headers, "Status")
              .flatMap(Outcome::status)
              .filter(one -> !one.endsWith(".0.0"))
              .or(() -> status(diagnosis))
              .or(() -> value(headers, "Status").flatMap(Outcome::status))
              .orElse("5.0.0");
      return value(headers, "Action")
          .map(action -> action.replaceAll("[^A-Za-z].*", "").toLowerCase(Locale.ROOT))
          .flatMap(action ->
              switch (action) {
                case "failed" -> Optional.of(new Outcome(failed(status), status));
                case "delayed" -> Optional.of(new Outcome(Bounce.Kind.DELAYED, status));
                case "delivered", "relayed", "expanded" -> Optional.of(new Outcome(null, status));
                default -> Optional.empty();
              });
    }

    private static Optional<String> status(String text) {
      var found = STATUS.matcher(text);
      return found.find()
          ? Optional.of("%s.%s.%s".formatted(found.group(1), found.group(2), found.group(3)))
          : Optional.empty();
    }

    /// A full mailbox may have room again, and a server may be back, whatever their servers say.
    private static Bounce.Kind failed(String status) {
      return switch (Bounce.cause(status)) {
        case FULL, UNREACHABLE -> Bounce.Kind.SOFT;
        case ADDRESS, TOO_LARGE, REFUSED, OTHER ->
            status.startsWith("5") ? Bounce.Kind.HARD : Bounce.Kind.SOFT;
      };
    }

    int weight() {
      return kind == null ? 0 : kind == Bounce.Kind.DELAYED ? 1 : 2;
    }
  }
}
