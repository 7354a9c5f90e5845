package dev.shortlist.dialect.taskqueue;

import dev.shortlist.dialect.InvalidField;

/// What is written to the people in each drawer.
enum Letter {
  SELECTED(
      "Your application%s: we would like to meet you",
      """
      Thank you for your application%s. We have read it with interest and would like to invite you \
      to an interview. We will write to you soon with possible dates.\
      """),
  CONSIDERED(
      "Your application%s: still open",
      """
      Thank you for your application%s. We have not decided yet and ask you for some patience. You \
      will hear from us as soon as we have.\
      """),
  REJECTED(
      "Your application%s",
      """
      Thank you for your application%s and for the time you took. We have decided to go on with \
      others this time. You may ask us for the reasons, and for a person to look at it again.\
      """);

  private final String subject;
  private final String body;

  Letter(String subject, String body) {
    this.subject = subject;
    this.body = body;
  }

  static Letter of(String category) {
    for (Letter letter : values()) {
      if (letter.name().equalsIgnoreCase(category)) {
        return letter;
      }
    }
    throw new InvalidField(
        "query", "category", "enum", "Input should be 'selected', 'considered' or 'rejected'");
  }

  String subject(String title) {
    return subject.formatted(as(title));
  }

  String body(String name, String title) {
    return "%s\n\n%s\n"
        .formatted(name.isBlank() ? "Hello," : "Dear " + name + ",", body.formatted(as(title)));
  }

  private static String as(String title) {
    return title.isBlank() ? "" : " as " + title;
  }
}
