package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Cursor;
import dev.shortlist.screening.Order;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Verdict;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// What the address of a screening's page says about its list: which rows, in which order, from
/// where, and as what. The same words as in the API. What it does not know it leaves out, so an old
/// or mistyped address still shows a page.
final class ListQuery {
  /// Those that narrow the list, in the order they have in an address.
  private static final List<String> NARROWING =
      List.of("verdict", "recommendation", "minScore", "maxScore", "answer", "mark", "q");

  private static final List<String> PLACE = List.of("after", "before");
  private static final int LONGEST = 200;

  private final Map<String, List<String>> values;

  private ListQuery(Map<String, List<String>> values) {
    this.values = values;
  }

  /// The parameters of a request.
  static ListQuery of(Map<String, String[]> parameters) {
    var known = new LinkedHashMap<String, List<String>>();
    var names = new ArrayList<>(NARROWING);
    names.addAll(List.of("order", "view"));
    names.addAll(PLACE);
    for (String name : names) {
      var given =
          Arrays.stream(parameters.getOrDefault(name, new String[0]))
              .map(String::strip)
              .filter(value -> isKnown(name, value))
              .distinct()
              .toList();
      if (!given.isEmpty()) {
        known.put(name, given);
      }
    }
    return new ListQuery(known);
  }

  private static boolean isKnown(String name, String value) {
    // PostgreSQL keeps U+0000 in no text, nor looks for it.
    if (value.isEmpty() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
      return false;
    }
    return switch (name) {
      case "verdict" -> value.equals("none") || one(Verdict.class, value).isPresent();
      case "recommendation" -> one(Recommendation.class, value).isPresent();
      case "minScore", "maxScore" -> value.matches("\\d{1,2}|100");
      case "answer" -> value.matches("\\w+:\\w+") && answer(value).isPresent();
      case "mark" -> value.matches("\\w+");
      case "order" -> one(Order.class, value).isPresent();
      case "view" -> value.equals("board");
      case "after", "before" -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      default -> true;
    };
  }

  Sought sought() {
    var verdicts = EnumSet.noneOf(Verdict.class);
    all("verdict").forEach(name -> one(Verdict.class, name).ifPresent(verdicts::add));
    var recommendations = EnumSet.noneOf(Recommendation.class);
    all("recommendation")
        .forEach(name -> one(Recommendation.class, name).ifPresent(recommendations::add));
    return new Sought(
        verdicts,
        has("verdict", "none"),
        recommendations,
        number("minScore", 0),
        number("maxScore", 100),
        answers(),
        new HashSet<>(all("mark")),
        first("q"));
  }

  private Map<String, Set<Answer>> answers() {
    var answers = new TreeMap<String, Set<Answer>>();
    for (String one : all("answer")) {
      answers
          .computeIfAbsent(one.substring(0, one.indexOf(':')), id -> EnumSet.noneOf(Answer.class))
          .add(answer(one).orElseThrow());
    }
    return answers;
  }

  /// Who is sought by somebody who sees so much.
  Sought sought(Sight sight) {
    return sight.open() ? sought() : sought().withoutNames();
  }

  /// In the order such a reader may have.
  Order order(Sight sight) {
    return sight.allows(order()) ? order() : Order.SCORE;
  }

  /// The query a page was come from by, as [#walk] writes it.
  static ListQuery walked(String list) {
    var values = new LinkedMultiValueMap<String, String>();
    UriComponentsBuilder.newInstance()
        .query(list)
        .build()
        .getQueryParams()
        .forEach((name, all) ->
            all.forEach(
                value -> values.add(name, URLDecoder.decode(value, StandardCharsets.UTF_8))));
    var parameters = new LinkedHashMap<String, String[]>();
    values.forEach((name, all) -> parameters.put(name, all.toArray(String[]::new)));
    return of(parameters);
  }

  /// This list as part of the address of one who stands in it, with its question mark; empty for
  /// the whole list, best first.
  String walk() {
    String list = fromTheFirst().bare();
    return list.isEmpty() ? "" : "?list=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
  }

  Order order() {
    return one(Order.class, first("order")).orElse(Order.SCORE);
  }

  Cursor cursor() {
    if (!first("after").isEmpty()) {
      return Cursor.after(new ApplicationId(UUID.fromString(first("after"))));
    }
    return first("before").isEmpty()
        ? Cursor.START
        : Cursor.before(new ApplicationId(UUID.fromString(first("before"))));
  }

  boolean isBoard() {
    return has("view", "board");
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /// Empty when there is none.
  String first(String name) {
    return all(name).isEmpty() ? "" : all(name).getFirst();
  }

  boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /// Whether `name` is `value` and nothing else; whether it is absent for an empty value.
  boolean isJust(String name, String value) {
    return value.isEmpty() ? all(name).isEmpty() : all(name).equals(List.of(value));
  }

  /// How many things narrow the list.
  int narrowing() {
    return NARROWING.stream().mapToInt(name -> all(name).size()).sum();
  }

  /// Whether it asks for requirements, which another screening does not have.
  boolean isOfOneScreening() {
    return !all("answer").isEmpty();
  }

  /// Everything that narrows the list, each with the query that is without it.
  List<Narrowed> narrowed() {
    var all = new ArrayList<Narrowed>();
    for (String name : NARROWING) {
      all(name).forEach(value -> all.add(new Narrowed(name, value, toggled(name, value))));
    }
    return all;
  }

  /// With `value` added to those of `name`, or taken out; from the first page.
  ListQuery toggled(String name, String value) {
    var given = new ArrayList<>(all(name));
    if (!given.remove(value)) {
      given.add(value);
    }
    return with(name, given);
  }

  /// With `value` alone for `name`, or none when it is empty; from the first page.
  ListQuery set(String name, String value) {
    return with(name, value.isEmpty() ? List.of() : List.of(value));
  }

  /// The page that begins or ends at a row.
  ListQuery at(String edge, ApplicationId row) {
    return set(edge, row.toString());
  }

  /// The same without what narrows the list.
  ListQuery cleared() {
    var rest = new LinkedHashMap<>(values);
    NARROWING.forEach(rest::remove);
    PLACE.forEach(rest::remove);
    return new ListQuery(rest);
  }

  /// Without the place, for a view that is kept.
  ListQuery fromTheFirst() {
    var rest = new LinkedHashMap<>(values);
    PLACE.forEach(rest::remove);
    return new ListQuery(rest);
  }

  private ListQuery with(String name, List<String> given) {
    var changed = new LinkedHashMap<>(values);
    PLACE.forEach(changed::remove);
    if (given.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.copyOf(given));
    }
    return new ListQuery(changed);
  }

  /// All but the place and these, to be sent along by a form.
  List<Map.Entry<String, String>> hidden(String... but) {
    var left = Set.of(but);
    return values.entrySet().stream()
        .filter(entry -> !PLACE.contains(entry.getKey()) && !left.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)))
        .toList();
  }

  /// As it stands in an address, with its question mark; empty when it says nothing.
  @Override
  public String toString() {
    String query = bare();
    return query.isEmpty() ? "" : "?" + query;
  }

  /// The same without question mark.
  String bare() {
    return values.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream()
                .map(value ->
                    entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  private int number(String name, int absent) {
    return first(name).isEmpty() ? absent : Integer.parseInt(first(name));
  }

  private static Optional<Answer> answer(String value) {
    return one(Answer.class, value.substring(value.indexOf(':') + 1));
  }

  private static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /// One thing that narrows a list.
  ///
  /// @param without the query without it
  record Narrowed(String name, String value, ListQuery without) {}
}
