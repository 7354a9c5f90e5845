package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads who the person is and how to reach her or him.
final class ContactReader {
  private static final Pattern PLACE_LABEL =
      Pattern.compile(
          "(?i)^(?:location|address|adresse|anschrift|wohnort|ort|city|residence|dirección|ubicación|domicilio|indirizzo|residenza|adres|woonplaats|morada|endereço|adres zamieszkania|lives in|based in)\\s?[:–-]\\s{0,3}");
  private static final Pattern PARTS =
      Pattern.compile("\\s*[|•·●▪◆]\\s*|\\s{2,}|\\t|\\s+[-–—]+\\s+|\\s,\\s");
  private static final int TOP_ROWS = 25;

  private final Cv cv;
  private final Taxonomy taxonomy;
  private final List<Section> sections;
  private final int contentFirst;

  ContactReader(Cv cv, Taxonomy taxonomy, List<Section> sections) {
    this.cv = cv;
    this.taxonomy = taxonomy;
    this.sections = sections;
    this.contentFirst =
        sections.stream()
            .filter(section -> section.kind() != Kind.TOP && section.kind() != Kind.CONTACT)
            .mapToInt(Section::first)
            .min()
            .orElse(cv.rows().size());
  }

  Contact read(List<Link> links) {
    var mails = mails(links);
    var web = web(links);
    return new Contact(name(mails, web), mails, phones(mails), web, location());
  }

  private @Nullable Fact<String> name(List<Fact<String>> mails, List<String> web) {
    var accounts = new ArrayList<String>();
    for (var mail : mails) {
      accounts.add(Vocabulary.fold(mail.value().substring(0, mail.value().indexOf('@'))));
    }
    for (String address : web) {
      var account = Addresses.account(address);
      if (account != null) {
        accounts.add(Vocabulary.fold(account));
      }
    }
    return new NameReader(cv, taxonomy, contentFirst).read(accounts);
  }

  private List<Fact<String>> mails(List<Link> links) {
    var mails = new ArrayList<Fact<String>>();
    var seen = new HashSet<String>();
    var targets = new HashSet<String>();
    links.forEach(link -> targets.add(link.uri().toLowerCase(Locale.ROOT)));
    for (var row : cv.rows()) {
      for (var span : Addresses.mails(row)) {
        String mail = Addresses.mail(span.text());
        if (seen.add(mail.toLowerCase(Locale.ROOT)) && !isOthers(row)) {
          boolean linked = targets.contains("mailto:" + mail.toLowerCase(Locale.ROOT));
          mails.add(new Fact<>(mail, cv.passage(span), linked ? 0.99 : 0.96));
        }
      }
    }
    return mails;
  }

  private List<Fact<String>> phones(List<Fact<String>> mails) {
    var phones = new ArrayList<Fact<String>>();
    var seen = new HashSet<String>();
    var regions = Phones.regions(hints(mails));
    for (var row : cv.rows()) {
      for (var span : Phones.in(row, isContact(row), regions)) {
        if (seen.add(Phones.digits(span.text())) && !isOthers(row)) {
          phones.add(cv.fact(span, 0.93));
        }
      }
    }
    return phones;
  }

  /// Countries that the ends of the e-mail addresses hint at.
  private static List<String> hints(List<Fact<String>> mails) {
    var hints = new LinkedHashSet<String>();
    for (var mail : mails) {
      String end =
          mail.value().substring(mail.value().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
      if (end.length() == 2) {
        hints.add(end.equals("UK") ? "GB" : end);
      }
    }
    return List.copyOf(hints);
  }

  private List<String> web(List<Link> links) {
    var contact = new ArrayList<Row>();
    for (var row : cv.rows()) {
      contact.add(row);
    }
    return Addresses.web(contact, links, contactEnd());
  }

  private int contactEnd() {
    int end = Math.max(contentFirst, Math.min(TOP_ROWS, cv.rows().size()));
    for (var section : sections) {
      if (section.kind() == Kind.CONTACT) {
        end = Math.max(end, section.end());
      }
    }
    return end;
  }

  private boolean isContact(Row row) {
    if (row.index() < contentFirst) {
      return true;
    }
    var kind = kind(row);
    return kind == Kind.CONTACT
        || (row.index() < TOP_ROWS && kind != Kind.WORK && kind != Kind.EDUCATION);
  }

  /// A referee's or a colleague's address is not the person's.
  private boolean isOthers(Row row) {
    return kind(row) == Kind.REFERENCES || kind(row) == Kind.PUBLICATIONS;
  }

  private Kind kind(Row row) {
    for (var section : sections) {
      if (row.index() < section.end()) {
        return section.kind();
      }
    }
    return Kind.OTHER;
  }

  private @Nullable Fact<String> location() {
    for (var row : cv.rows()) {
      if (!isContact(row) || row.text().length() > 300) {
        continue;
      }
      var label = PLACE_LABEL.matcher(row.text());
      if (label.find()) {
        var rest = row.span().sub(label.end(), row.text().length()).strip();
        return rest.isEmpty() ? null : cv.fact(rest, 0.9);
      }
      for (var part : parts(row)) {
        if (Places.isAddress(part.text())) {
          return cv.fact(part, 0.85);
        }
      }
    }
    return null;
  }

  private static List<Span> parts(Row row) {
    var parts = new ArrayList<Span>();
    var border = PARTS.matcher(row.text());
    int at = 0;
    while (border.find()) {
      parts.add(row.span().sub(at, border.start()).strip());
      at = border.end();
    }
    parts.add(row.span().sub(at, row.text().length()).strip());
    return parts;
  }
}
