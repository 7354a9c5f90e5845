package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RehearsalTest {
  @TempDir Path folder;

  @Test
  void a_process_reads_all_samples_and_ends() throws Exception {
    // Without jars, as here, Java keeps nothing; it must end all the same.
    Rehearsal.keep(folder.resolve("read.aot"));
  }

  @Test
  void a_damaged_cache_harms_no_reading() throws Exception {
    var damaged = Files.writeString(folder.resolve("read.aot"), "no cache");
    var setup = Setup.standard(1);
    var rules = ChildRules.of(setup, Optional.empty(), Confinement.NONE);
    var child =
        new ChildCommand(
                setup, rules, Confinement.NONE, Child.class, List.of(), "-XX:AOTCache=" + damaged)
            .start();

    try (var in = new DataInputStream(child.getInputStream());
        var out = new DataOutputStream(child.getOutputStream())) {
      var file = "Ann Example\nEngineer at Acme\n".getBytes(StandardCharsets.UTF_8);
      Wire.write(out, "ann.txt");
      out.writeInt(file.length);
      out.write(file);
      out.flush();
      assertThat(in.readInt()).isEqualTo(Child.MAGIC);
      assertThat(Wire.toExtraction(in.readNBytes(in.readInt())))
          .isInstanceOf(Extraction.Text.class);
    }
  }
}
