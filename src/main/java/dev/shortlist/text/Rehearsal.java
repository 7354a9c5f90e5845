package dev.shortlist.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Has a [Child] read the program's own samples and keep what it loaded, in the file named on the
/// command line, for the children to come: such a cache of the JDK makes half of their first second
/// unnecessary. Run when the program is built; children without the file start as well, more
/// slowly.
final class Rehearsal {
  /// What the file is called, beside the program.
  static final String KEPT = "read.aot";

  private static final List<String> SAMPLES =
      List.of("amelia-brandt", "jonas-weidner", "karim-haddad", "mara-lindholm", "priya-raman");

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var kept = Path.of(arguments[0]).toAbsolutePath();
    keep(kept);
    if (!Files.isRegularFile(kept)) {
      System.err.println("this Java kept nothing of a reading process");
      System.exit(1);
    }
  }

  /// @param kept where it goes; there is no such file after it when this Java cannot
  static void keep(Path kept) throws IOException, InterruptedException {
    var setup = Setup.standard(1);
    var rules = ChildRules.of(setup, Optional.empty(), Confinement.NONE);
    var child =
        new ChildCommand(
                setup,
                rules,
                Confinement.NONE,
                Child.class,
                List.of(),
                "-XX:AOTCacheOutput=" + kept)
            .start();
    try (var in = new DataInputStream(child.getInputStream());
        var out = new DataOutputStream(child.getOutputStream())) {
      for (var sample : SAMPLES) {
        tell(out, sample + ".pdf");
        hear(in);
      }
    }
    child.waitFor(); // it writes the file when its input has ended
  }

  /// A file for a child to begin with.
  static byte[] sample() throws IOException {
    return bytes(SAMPLES.getFirst() + ".pdf");
  }

  private static void tell(DataOutputStream out, String sample) throws IOException {
    var file = bytes(sample);
    Wire.write(out, sample);
    out.writeInt(file.length);
    out.write(file);
    out.flush();
  }

  private static byte[] bytes(String sample) throws IOException {
    try (var found = Rehearsal.class.getResourceAsStream("/samples/cvs/" + sample)) {
      if (found == null) {
        throw new IOException("the program lacks its sample " + sample);
      }
      return found.readAllBytes();
    }
  }

  private static void hear(DataInputStream in) throws IOException {
    if (in.readInt() != Child.MAGIC) {
      throw new IOException("not an answer");
    }
    in.skipNBytes(in.readInt());
  }
}
