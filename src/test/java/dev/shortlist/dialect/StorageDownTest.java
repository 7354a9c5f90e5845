package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;

@Tag("slow")
class StorageDownTest {
  private static final Path FILES = absent(Path.of("target/test-data/storage-down"));

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.storage.folder", FILES.toString()));

  @Test
  void when_files_cannot_be_stored_the_client_is_told_and_nothing_is_half_done()
      throws IOException {
    var calls = new HttpCalls(shortlist.address());
    FileSystemUtils.deleteRecursively(FILES);
    Files.createFile(FILES); // a file where the folder was
    var cv =
        new Multipart()
            .field("job_description", Cvs.ASKED)
            .file("resumes", "ann.txt", Cvs.of("Ann Archer", "SAP"));

    var answer = calls.post("/process", cv);

    assertThat(Api.wrong(answer)).startsWith("503 ").contains("nothing was taken in");
    assertThat(calls.get("/api/v1/screenings").json().path("screenings")).isEmpty();
  }

  // What an earlier run left there is the file that stands in the way.
  private static Path absent(Path path) {
    try {
      FileSystemUtils.deleteRecursively(path);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
