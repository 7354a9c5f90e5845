package dev.shortlist.calls;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Prices by model, from a table of `model,input,cached,output,as_of` in dollars for a million
/// tokens. A line also holds for the dated versions of its model: `gpt-4o` for `gpt-4o-2024-11-20`.
public final class Prices {
  private static final String HEADER = "model,input,cached,output,as_of";
  private static final Price FREE =
      new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, LocalDate.EPOCH);

  private final Map<String, Price> prices;

  private Prices(Map<String, Price> prices) {
    this.prices = Map.copyOf(prices);
  }

  /// The providers' list prices as they were on the day each line names.
  public static Prices standard() {
    try (var in = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.csv"))) {
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return new Prices(read(lines, "prices.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// These, with those of `file` in place of the same models'.
  ///
  /// @throws IllegalArgumentException if a line cannot be understood; it names the line
  public Prices with(Path file) throws IOException {
    var all = new HashMap<>(prices);
    all.putAll(read(Files.readAllLines(file), file.toString()));
    return new Prices(all);
  }

  /// The price of `model`; a model on a machine of one's own costs nothing.
  public Optional<Price> find(Model model) {
    if (model.provider() == Provider.OLLAMA) {
      return Optional.of(FREE);
    }
    return prices.entrySet().stream()
        .filter(line -> isVersionOf(model.name(), line.getKey()))
        .max(Comparator.comparingInt(line -> line.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static boolean isVersionOf(String name, String listed) {
    return name.equals(listed)
        || (name.startsWith(listed)
            && name.substring(listed.length()).matches("-(?:\\d[\\d-]*|latest)"));
  }

  private static Map<String, Price> read(List<String> lines, String source) {
    var written =
        lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.equals(HEADER));
    return written.collect(
        Collectors.toMap(
            line -> line.substring(0, Math.max(0, line.indexOf(','))).strip(),
            line -> price(line, source),
            (first, second) -> second));
  }

  private static Price price(String line, String source) {
    String[] fields = line.split("\\s*,\\s*", -1);
    try {
      if (fields.length == 5 && !fields[0].isBlank()) {
        return new Price(
            new BigDecimal(fields[1]),
            new BigDecimal(fields[2]),
            new BigDecimal(fields[3]),
            LocalDate.parse(fields[4]));
      }
    } catch (DateTimeException | IllegalArgumentException _) {
      // said below, with the line
    }
    throw new IllegalArgumentException(
        "%s: “%s” is no line of the form %s, such as gpt-4o,2.50,1.25,10.00,2025-10-01"
            .formatted(source, line, HEADER));
  }
}
