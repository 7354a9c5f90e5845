package dev.shortlist.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// CVs and a job description the dialects' tests hand in.
public final class Cvs {
  public static final String ASKED =
      """
      Accountant

      Requirements
      - 3 years of experience in accounting
      - Excel
      - SAP
      """;

  private Cvs() {}

  /// An invented CV as plain text.
  public static String of(String name, String skills) {
    return """
    %s
    Accountant
    %s@example.com

    Work experience
    Accountant, Harbour Ltd, 01/2018 - 12/2024
    - Closed the books with %s

    Skills
    %s
    """
        .formatted(name, name.toLowerCase(Locale.ROOT).replace(' ', '.'), skills, skills);
  }

  /// One of the project's samples.
  public static byte[] sample(String file) {
    try {
      return Files.readAllBytes(Path.of("src/main/resources/samples/cvs", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file with the name and none of the bytes of a PDF.
  public static byte[] broken() {
    return "%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII);
  }

  public static Map<String, String> two() {
    return Map.of(
        "ann.txt", of("Ann Archer", "SAP, Excel"), "bob.txt", of("Bob Baker", "bread, cakes"));
  }
}
