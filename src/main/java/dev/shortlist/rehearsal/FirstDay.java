package dev.shortlist.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people and programs do with a server on its first day: they look at the pages, have the
/// samples screened, watch, and take the ranking along.
final class FirstDay {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> PAGES =
      List.of("/", "/screenings", "/job-descriptions", "/candidates", "/settings");
  private static final List<String> JOBS =
      List.of("backend-developer", "intensive-care-nurse", "management-accountant");
  private static final List<String> CVS =
      List.of(
          "amelia-brandt.pdf",
          "jonas-weidner.pdf",
          "karim-haddad.pdf",
          "mara-lindholm.pdf",
          "priya-raman.pdf",
          "sam-whitlock.pdf");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Visitor visitor;

  FirstDay(URI server) {
    visitor = new Visitor(server);
  }

  /// @throws IOException if the server does not do what it is asked
  void live() throws IOException, InterruptedException {
    for (var page : PAGES) {
      visitor.get(page);
    }
    for (var job : JOBS) {
      screen(job);
    }
  }

  private void screen(String job) throws IOException, InterruptedException {
    var begun = visitor.post("/api/v1/screenings", form(job));
    var page = "/screenings/" + JSON.readTree(begun).findPath("number").asString();
    var screening = "/api/v1" + page;
    try (var _ = visitor.open(screening + "/events")) {
      finish(screening);
      look(page, JSON.readTree(visitor.get(screening + "/applications")));
      visitor.get(screening + "/ranking.csv");
    }
  }

  private static Form form(String job) throws IOException {
    var form = new Form();
    form.add("jobDescriptionText", sample("job-descriptions/%s.txt".formatted(job)));
    for (var cv : CVS) {
      form.addFile("files", cv, unread(sample("cvs/" + cv), job));
    }
    return form;
  }

  /// The same PDF with a comment more: what was read before is not read again.
  private static byte[] unread(byte[] pdf, String comment) {
    var added = "\n%% %s\n".formatted(comment).getBytes(StandardCharsets.UTF_8);
    var all = new byte[pdf.length + added.length];
    System.arraycopy(pdf, 0, all, 0, pdf.length);
    System.arraycopy(added, 0, all, pdf.length, added.length);
    return all;
  }

  private void finish(String screening) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (!isCompleted(JSON.readTree(visitor.get(screening)))) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IOException("the screening takes too long");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static boolean isCompleted(JsonNode screening) {
    return screening.findPath("state").asString().equals("COMPLETED");
  }

  private void look(String page, JsonNode applications) throws IOException, InterruptedException {
    var application = "/applications/" + applications.findPath("id").asString();
    visitor.get(page);
    visitor.get(page + "/live");
    visitor.get(page + application);
    visitor.get("/api/v1" + application);
  }

  private static byte[] sample(String name) throws IOException {
    try (var found = FirstDay.class.getResourceAsStream("/samples/" + name)) {
      if (found == null) {
        throw new IOException("the program lacks its sample " + name);
      }
      return found.readAllBytes();
    }
  }
}
