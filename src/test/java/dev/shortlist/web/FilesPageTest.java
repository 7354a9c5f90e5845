package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// All files of a big screening: a page at a time, and the counts of all on every page.
@Tag("slow")
class FilesPageTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  @Test
  void more_files_than_a_page_holds_are_on_several() {
    var cvs = new HashMap<String, String>();
    for (int i = 0; i < FilesPage.PLACES + 10; i++) {
      cvs.put("cv%03d.txt".formatted(i), "Person %d\nAccountant, SAP, Excel".formatted(i));
    }
    cvs.put(".DS_Store", "nobody");
    var made =
        calls.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", "We need 3 years of experience in accounting")
                .file("files", "cvs.zip", HttpCalls.zip(cvs)));
    assertThat(made.status()).isEqualTo(201);
    String files = "/screenings/" + made.json().path("number").asInt() + "/files";

    String first = calls.get(files).response().body();
    String second = calls.get(files + "?from=" + FilesPage.PLACES).response().body();

    assertThat(rows(first)).isEqualTo(FilesPage.PLACES);
    assertThat(rows(second)).isEqualTo(10);
    assertThat(first)
        .contains("210 files in", "1 to 200 of 210", "rel=\"next\"", "One system file");
    assertThat(second).contains("210 files in", "201 to 210 of 210", "rel=\"prev\"");
    assertThat(first).doesNotContain("rel=\"prev\"");
    assertThat(second).doesNotContain("rel=\"next\"");
  }

  private static int rows(String page) {
    return page.split("<th scope=\"row\">", -1).length - 1;
  }
}
