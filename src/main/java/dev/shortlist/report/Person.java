package dev.shortlist.report;

import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who a CV speaks of, as far as a list shows it. What the CV does not say is absent.
///
/// @param phone the first number, as written in the CV
/// @param years years of work, overlapping posts counted once
public record Person(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String headline,
    @Nullable String location,
    double years) {
  /// Nobody is known: the CV was not read.
  public static final Person UNKNOWN = new Person(null, null, null, null, null, 0);

  public static Person of(Profile profile) {
    Contact contact = profile.contact();
    return new Person(
        Fact.valueOf(contact.name()),
        first(contact.emails()),
        first(contact.phones()),
        Fact.valueOf(profile.headline()),
        Fact.valueOf(contact.location()),
        profile.years());
  }

  /// The same with what a list calls who has no name.
  public Person called(String otherwise) {
    return new Person(name == null ? otherwise : name, email, phone, headline, location, years);
  }

  private static @Nullable String first(List<Fact<String>> facts) {
    return facts.isEmpty() ? null : facts.getFirst().value();
  }
}
