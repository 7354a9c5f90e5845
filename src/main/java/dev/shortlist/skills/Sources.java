package dev.shortlist.skills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/// The data files of a taxonomy, in the order they are read.
///
/// @param edition year and month of the data
/// @param files in the order of `index.txt`, then what an account added
record Sources(String edition, List<File> files) {

  /// A data file.
  ///
  /// @param name path under the folder of the data; the first folder says what is in it
  record File(String name, String text) {}

  static Sources standard() {
    var lines = resource("index.txt").lines().filter(line -> !line.startsWith("#")).toList();
    var files = new ArrayList<File>();
    for (String name : lines.subList(1, lines.size())) {
      if (!name.isBlank()) {
        files.add(new File(name, resource(name)));
      }
    }
    return new Sources(lines.getFirst(), List.copyOf(files));
  }

  Sources and(String lines) {
    var more = new ArrayList<>(files);
    more.add(new File("skills/own", "@field own\n" + lines));
    return new Sources(edition, List.copyOf(more));
  }

  List<SkillFile.Entry> skills() {
    return under("skills/").stream()
        .flatMap(file -> SkillFile.read(file.name(), file.text()).stream())
        .toList();
  }

  List<OccupationFile.Entry> occupations() {
    return under("occupations/").stream()
        .flatMap(file -> OccupationFile.read(file.name(), file.text()).stream())
        .toList();
  }

  private List<File> under(String folder) {
    return files.stream().filter(file -> file.name().startsWith(folder)).toList();
  }

  /// Such as `2026.11-1a2b3c4d`, the edition and a checksum: another letter anywhere in the data
  /// gives another version.
  String version() {
    var checksum = new CRC32C();
    for (var file : files) {
      checksum.update(file.name().getBytes(StandardCharsets.UTF_8));
      checksum.update(file.text().getBytes(StandardCharsets.UTF_8));
    }
    return edition + "-" + HexFormat.of().toHexDigits(checksum.getValue(), 8);
  }

  static String resource(String name) {
    try (var stream = Sources.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, () -> "no file " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
