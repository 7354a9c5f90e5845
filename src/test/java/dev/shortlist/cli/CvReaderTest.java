package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.Profile;
import dev.shortlist.profile.ProfileReader;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Limits;
import dev.shortlist.text.Reason;
import dev.shortlist.text.TextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CvReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @TempDir Path folder;

  @Test
  void a_cv_that_trips_the_reader_goes_to_the_review_tray() throws IOException {
    var cv = Files.writeString(folder.resolve("cv.txt"), "Ann Castellan");

    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      assertThat(new CvReader(extractor, new Tripped(), TODAY).read(cv, "cv.txt"))
          .isInstanceOfSatisfying(
              CvReader.Unread.class,
              unread -> assertThat(unread.reason()).isEqualTo(Reason.FAILED));
    }
  }

  private static final class Tripped implements ProfileReader {

    @Override
    public dev.shortlist.profile.Reading corrected(
        dev.shortlist.profile.Reading original,
        List<dev.shortlist.profile.Correction> corrections) {
      return original;
    }

    @Override
    public Profile read(Extraction.Text cv, LocalDate today) {
      throw new IllegalStateException("of " + cv.pages() + " pages, " + today);
    }

    @Override
    public String version() {
      return "tripped";
    }
  }
}
