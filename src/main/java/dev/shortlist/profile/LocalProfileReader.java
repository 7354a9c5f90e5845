package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Passage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads profiles by layout, wording and the skill taxonomy, on this machine.
///
/// Deterministic and thread-safe. Every fact quotes the visible text; what the text does not say
/// stays absent.
public final class LocalProfileReader implements ProfileReader {
  private static final String VERSION = "local-13";

  private final Taxonomy taxonomy;
  private final String version;

  public LocalProfileReader(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.version = VERSION + "+" + taxonomy.version();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Profile read(Extraction.Text source, LocalDate today) {
    var cv = new Cv(source.text());
    var sections = Sections.of(cv);
    var date = OwnDate.of(cv, source.dated(), today);
    var asOf = date.or(today);
    var now = YearMonth.from(asOf);
    var wraps = new Wraps(cv.rows());
    var contact = new ContactReader(cv, taxonomy, sections).read(source.links());
    var work = new WorkReader(cv, wraps, now).read(of(sections, Kind.WORK));
    var education = new EducationReader(cv, wraps, now).read(of(sections, Kind.EDUCATION));
    var skills =
        new SkillsReader(cv, taxonomy, wraps, now).read(sections, work, apart(contact, work));
    var doubts = new Doubts(cv, sections);
    boolean guess = doubts.isNoCv(work, education) || isPost(contact.name(), work);
    var person = guess ? withoutGuess(contact) : contact;
    return new Profile(
        person,
        new Introduction(cv, sections).headline(person),
        new Introduction(cv, sections).summary(),
        work,
        education,
        skills,
        new LanguagesReader(cv).read(sections),
        new CertificatesReader(cv, wraps).read(sections),
        years(work, now),
        asOf,
        Confidence.of(person, work, education, skills),
        doubts.about(person, work, education, date, today),
        version);
  }

  @Override
  public Reading corrected(Reading original, List<Correction> corrections) {
    return Corrected.of(original, corrections, taxonomy);
  }

  private static List<Section> of(List<Section> sections, Kind kind) {
    return sections.stream().filter(section -> section.kind() == kind).toList();
  }

  private static double years(List<Work> work, YearMonth now) {
    var periods =
        work.stream().map(Work::period).filter(Objects::nonNull).map(Fact::value).toList();
    return Experience.years(periods, now);
  }

  /// Passages in which a skill's name is part of something else.
  private static List<Passage> apart(Contact contact, List<Work> work) {
    var apart = new ArrayList<Passage>();
    add(apart, contact.name());
    contact.emails().forEach(mail -> add(apart, mail));
    work.forEach(post -> add(apart, post.company()));
    return apart;
  }

  private static void add(Collection<Passage> passages, @Nullable Fact<?> fact) {
    if (fact != null) {
      passages.add(fact.passage());
    }
  }

  /// Whether what looks like a name is what a post is called: some CVs leave the name out.
  private static boolean isPost(@Nullable Fact<String> name, List<Work> work) {
    return name != null
        && work.stream()
            .map(Work::title)
            .filter(Objects::nonNull)
            .anyMatch(
                title -> Vocabulary.fold(title.value()).startsWith(Vocabulary.fold(name.value())));
  }

  /// In a letter or an invoice a line that is only built like a name is nobody.
  private static Contact withoutGuess(Contact contact) {
    var name = contact.name();
    return name == null || name.confidence() >= 0.8
        ? contact
        : new Contact(
            null, contact.emails(), contact.phones(), contact.links(), contact.location());
  }
}
