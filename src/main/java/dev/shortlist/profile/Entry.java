package dev.shortlist.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a section: the rows that say what it is, and the rows that tell about it.
///
/// @param head rows with post, organisation, place and dates
/// @param date its date, absent when it has none
/// @param body rows below the head
record Entry(List<Row> head, @Nullable DateSpan date, List<Row> body) {
  Entry {
    head = List.copyOf(head);
    body = List.copyOf(body);
  }

  int first() {
    return head.getFirst().index();
  }

  int end() {
    int last = head.getLast().index();
    return (body.isEmpty() ? last : Math.max(last, body.getLast().index())) + 1;
  }
}
