package dev.shortlist.cli;

import dev.shortlist.text.Abilities;
import dev.shortlist.text.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `shortlist doctor` looks at, one thing after another.
final class Examination {
  private static final long MEGABYTE = 1 << 20;
  private static final long GIGABYTE = 1 << 30;
  private static final int JAVA = 25;
  private static final long SERVER_MEGABYTES = 1024;
  private static final long LEAST_FREE = 2 * GIGABYTE;

  private final Machine machine;
  private final ReadingSetup reading;
  private final List<Finding> findings = new ArrayList<>();

  Examination(Machine machine, ReadingSetup reading) {
    this.machine = machine;
    this.reading = reading;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  Examination java() {
    var release = "release %d, %s".formatted(machine.java(), System.getProperty("java.home"));
    return found(
        machine.java() >= JAVA
            ? Finding.ok("JDK", release)
            : Finding.missing("JDK", release, "install a JDK %d or newer".formatted(JAVA)));
  }

  Examination cores() {
    return found(
        machine.cores() > 1
            ? Finding.ok(
                "processors", "%d, so many CVs are read at a time".formatted(machine.cores()))
            : Finding.without("processors", "1", "two or more halve the time"));
  }

  /// Memory, recognition of scans and confinement.
  Examination reading() {
    try {
      var setup = reading.of(machine.cores());
      memory(setup);
      abilities(Abilities.of(setup));
    } catch (IllegalArgumentException | IllegalStateException e) {
      found(Finding.missing("reading", "settings", String.valueOf(e.getMessage())));
    }
    return this;
  }

  private void memory(Setup setup) {
    long needed = SERVER_MEGABYTES + (long) setup.children() * setup.limits().heapMegabytes();
    long there = machine.memory() / MEGABYTE;
    var detail = "%,d MB, up to %,d MB are used".formatted(there, needed);
    found(
        there >= needed
            ? Finding.ok("memory", detail)
            : Finding.without(
                "memory",
                detail,
                "read fewer CVs at a time: --threads for commands,"
                    + " SHORTLIST_READING_CHILDREN for the server"));
  }

  private void abilities(Abilities abilities) {
    found(
        abilities
            .recognition()
            .map(
                name -> Finding.ok("scans", name + ": " + String.join(", ", abilities.languages())))
            .orElse(
                Finding.without(
                    "scans",
                    "no Tesseract: scanned CVs go to the review tray",
                    "install it: apt install tesseract-ocr tesseract-ocr-deu, dnf install"
                        + " tesseract, brew install tesseract tesseract-lang")));
    found(
        abilities.noNetwork() && abilities.noFiles()
            ? Finding.ok("sandbox", "files are opened without network and without writing")
            : Finding.without(
                "sandbox",
                "files are opened in processes with limits, but %s"
                    .formatted(abilities.noNetwork() ? "they could write files" : "with network"),
                "on Linux, allow user namespaces and install util-linux"));
  }

  Examination folder(Path data) {
    var at = Machine.existing(data);
    boolean usable = Files.isDirectory(at) && Files.isWritable(at);
    found(
        usable
            ? Finding.ok("data folder", data.toString())
            : Finding.missing(
                "data folder",
                "%s cannot be written".formatted(at),
                "choose another: --data or SHORTLIST_DATA"));
    long free = Machine.free(data);
    var detail = String.format(Locale.ROOT, "%,.1f GB free", free / (double) GIGABYTE);
    return found(
        free >= LEAST_FREE
            ? Finding.ok("disk", detail)
            : Finding.without("disk", detail, "make room: 2 GB are little for a database"));
  }

  Examination temporary(Path folder) {
    return found(
        Files.isWritable(folder)
            ? Finding.ok("temporary files", folder.toString())
            : Finding.missing(
                "temporary files",
                "%s cannot be written".formatted(folder),
                "make room there, or set TMPDIR"));
  }

  Examination port(String host, int port) {
    return found(
        Machine.isFree(host, port)
            ? Finding.ok("port", "%d on %s is free".formatted(port, host))
            : Finding.missing(
                "port",
                "%d on %s is in use, by Shortlist itself if it runs".formatted(port, host),
                "choose another: --port or SHORTLIST_PORT"));
  }

  private Examination found(Finding finding) {
    findings.add(finding);
    return this;
  }
}
