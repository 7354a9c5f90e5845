package dev.shortlist.samples;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invented person whose CV is one of the samples.
record Person(
    String file,
    Layout layout,
    String name,
    String label,
    String email,
    String phone,
    String url,
    String location,
    String summary,
    List<Post> work,
    List<Course> education,
    List<String> skills,
    List<String> languages,
    List<String> certificates,
    @Nullable String hidden) {

  record Post(
      String company,
      String title,
      String start,
      String end,
      String location,
      List<String> highlights) {
    String dates() {
      return start + " – " + end;
    }
  }

  record Course(String institution, String degree, String start, String end) {
    String dates() {
      return start + " – " + end;
    }
  }

  List<String> contact() {
    return url.isEmpty() ? List.of(email, phone, location) : List.of(email, phone, location, url);
  }
}
