package dev.shortlist.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ZIPs of CVs as plain text, no two alike; the same seed gives the same CVs.
final class MadeUpPile {
  private static final List<String> SKILLS =
      List.of("SAP", "Excel", "Python", "PostgreSQL", "Project management", "Bookkeeping");
  private static final int JOBS = 12;

  private MadeUpPile() {}

  static void write(Path zip, int cvs, long seed) throws IOException {
    var random = new Random(seed);
    try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
      for (int i = 0; i < cvs; i++) {
        out.putNextEntry(new ZipEntry("%d/%06d.txt".formatted(seed, i)));
        out.write(cv(random, seed, i).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String cv(Random random, long seed, int number) {
    var cv =
        new StringBuilder(
            "Person %d-%d%nperson%d@example.com%n%nExperience%n".formatted(seed, number, number));
    for (int job = 0; job < JOBS; job++) {
      cv.append(
          "Accountant, Company %d, January %d - December %d%n- Closed the books with %s and %s.%n"
              .formatted(
                  random.nextInt(1000), 2000 + job, 2001 + job, skill(random), skill(random)));
    }
    return cv.append("%nSkills%n%s, %s%n".formatted(skill(random), skill(random))).toString();
  }

  private static String skill(Random random) {
    return SKILLS.get(random.nextInt(SKILLS.size()));
  }
}
