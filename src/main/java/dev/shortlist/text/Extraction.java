package dev.shortlist.text;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one file gave. An unreadable CV is ordinary input, so it is a value.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Extraction.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Extraction.Unreadable.class, name = "unreadable")
})
public sealed interface Extraction {

  /// A file with text a person can see.
  ///
  /// @param type what the content is, whatever the file's name says
  /// @param pages number of pages, 1 in formats without pages
  /// @param links targets the file carries apart from its text
  /// @param dated last change or creation as the file itself says, absent when it does not
  /// @param notices what a recruiter should know about the file
  record Text(
      FileType type,
      int pages,
      VisibleText text,
      List<Link> links,
      @Nullable LocalDate dated,
      List<Notice> notices)
      implements Extraction {
    public Text {
      links = List.copyOf(links);
      notices = List.copyOf(notices);
    }
  }

  /// A file that goes to the review tray.
  ///
  /// @param detail what was found, for a person: never a stack trace; may be empty
  record Unreadable(Reason reason, String detail) implements Extraction {}
}
