package dev.shortlist.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The invented CVs and job descriptions that come with the program.
@Component
class Samples {
  private static final String FOLDER = "samples/";

  private final List<String> cvs;
  private final List<Job> jobs;

  Samples() throws IOException {
    var files = read("index.txt").lines().filter(line -> !line.isBlank()).toList();
    cvs = files.stream().filter(file -> file.startsWith("cvs/")).toList();
    var found = new ArrayList<Job>();
    for (var file : files) {
      if (file.startsWith("job-descriptions/")) {
        String text = read(file);
        found.add(new Job(file, text.lines().findFirst().orElse(file).strip(), text));
      }
    }
    jobs = List.copyOf(found);
  }

  /// Names of the CVs, as [#open] takes them.
  List<String> cvs() {
    return cvs;
  }

  List<Job> jobs() {
    return jobs;
  }

  Optional<Job> job(String file) {
    return jobs.stream().filter(job -> job.file().equals(file)).findFirst();
  }

  /// The bytes of one of [#cvs].
  InputStream open(String cv) throws IOException {
    return new ClassPathResource(FOLDER + cv).getInputStream();
  }

  private static String read(String file) throws IOException {
    return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
  }

  /// @param title first line of the text
  record Job(String file, String title, String text) {}
}
