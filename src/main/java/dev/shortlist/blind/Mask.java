package dev.shortlist.blind;

import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import dev.shortlist.profile.Warning;
import dev.shortlist.profile.Work;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.text.Cover;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Line;
import dev.shortlist.text.Notice;
import dev.shortlist.text.Passage;
import dev.shortlist.text.ScannedLine;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hides whose CV it is: every letter of a word that tells is put over with [#COVER], so that
/// offsets and boxes stay what they are. What is made of a masked value cannot tell more than it.
///
/// Skills, posts, employers and dates stay: they are what is judged. The place of living, schools,
/// photographs and whatever [Telling] names go.
public final class Mask {
  /// What is drawn for a hidden letter.
  public static final char COVER = '\u2588';

  private static final int BEGINNING = 400;
  private static final Pattern WORD = Pattern.compile("\\S+");

  private final GiveAways giveAways;
  private final Map<String, String> known = new HashMap<>();

  private Mask(GiveAways giveAways) {
    this.giveAways = giveAways;
  }

  /// The application with its file called by its number, and all else as it is seen.
  public static Application hide(Application application) {
    return new Application(
        application.id(),
        application.screening(),
        application.number(),
        application.number() + extension(application.file()),
        application.documentHash(),
        application.stage(),
        application.reason(),
        application.detail(),
        application.errorId(),
        application.candidate(),
        application.verdict(),
        application.createdAt(),
        application.startedAt(),
        application.finishedAt());
  }

  /// A place in a ranking, masked.
  public static RankedApplication hide(RankedApplication ranked) {
    var mask = of(ranked.profile(), ranked.application().file(), "");
    return new RankedApplication(
        ranked.rank(),
        hide(ranked.application()),
        mask.profile(ranked.profile(), Mask::passage),
        mask.match(ranked.match(), Mask::passage),
        ranked.notices(),
        mask.judged(ranked.judged()));
  }

  /// All that is known of an application, masked.
  public static ApplicationDetail hide(ApplicationDetail detail) {
    var reading = detail.reading();
    var match = detail.match();
    var local = detail.local();
    var hidden = hide(detail.application());
    if (reading == null) {
      return new ApplicationDetail(hidden, detail.rank(), null, null, detail.durations());
    }
    var mask = of(detail);
    var text = mask.text(reading.source().text(), reading.profile());
    Quoting quoting = (self, passage) -> within(text, passage);
    return new ApplicationDetail(
        hidden,
        detail.rank(),
        new Reading(mask.source(reading.source(), text), mask.profile(reading.profile(), quoting)),
        match == null ? null : mask.match(match, quoting),
        detail.durations(),
        mask.judged(detail.judged()),
        local == null ? null : mask.match(local, quoting),
        detail.cost());
  }

  /// The mask of one application, for words that others wrote about it.
  public static Mask of(ApplicationDetail detail) {
    var reading = detail.reading();
    if (reading == null) {
      throw new IllegalArgumentException("a CV that was not read has nothing to mask");
    }
    String all = reading.source().text().text();
    return of(
        reading.profile(),
        detail.application().file(),
        all.substring(0, Math.min(BEGINNING, all.length())));
  }

  /// Hides what tells in words about the CV with this profile.
  static UnaryOperator<String> words(Profile profile, String file) {
    return of(profile, file, "")::hide;
  }

  private static Mask of(Profile profile, String file, String beginning) {
    return new Mask(new GiveAways(profile, file, beginning));
  }

  /// What must be painted over on a page, so that it shows no more than the masked text.
  ///
  /// @param known what is known of the application
  /// @param seen the same, masked
  /// @param page from 1
  public static List<Cover> covers(Reading known, Reading seen, int page) {
    var covers = new ArrayList<Cover>();
    var lines = known.source().text().lines();
    var masked = seen.source().text().lines();
    for (int i = 0; i < lines.size(); i++) {
      var box = lines.get(i).box();
      if (lines.get(i).page() == page && box != null) {
        for (String words : covered(lines.get(i).text(), masked.get(i).text())) {
          covers.add(new Cover(box, words));
        }
      }
    }
    return covers;
  }

  /// The lines of a page that may be a picture, and which of their words must not be seen on it:
  /// those the masked text hides, and those that may be such a word, wrongly read.
  ///
  /// @param known what is known of the application
  /// @param seen the same, masked
  /// @param page from 1
  public static List<ScannedLine> scanned(Reading known, Reading seen, int page) {
    var alike = Alike.of(known.profile());
    var scanned = new ArrayList<ScannedLine>();
    var lines = known.source().text().lines();
    var masked = seen.source().text().lines();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var box = line.box();
      if (line.page() == page && box != null) {
        scanned.add(
            new ScannedLine(box, line.size(), words(line.text(), masked.get(i).text(), alike)));
      }
    }
    return scanned;
  }

  private static List<ScannedLine.Word> words(String line, String masked, Alike alike) {
    var words = new ArrayList<ScannedLine.Word>();
    var found = WORD.matcher(line);
    while (found.find()) {
      boolean hidden = masked.substring(found.start(), found.end()).indexOf(COVER) >= 0;
      words.add(new ScannedLine.Word(found.group(), hidden || alike.mayTell(found.group())));
    }
    return words;
  }

  /// The words of `line` that are put over in `masked`, neighbours in one piece.
  private static List<String> covered(String line, String masked) {
    var words = new ArrayList<String>();
    int from = masked.indexOf(COVER);
    while (from >= 0) {
      int to = from;
      for (int at = from; at < masked.length() && isCovered(masked.charAt(at)); at++) {
        to = masked.charAt(at) == COVER ? at + 1 : to;
      }
      words.add(line.substring(from, to));
      from = masked.indexOf(COVER, to);
    }
    return words;
  }

  private static boolean isCovered(char letter) {
    return letter == COVER || Character.isWhitespace(letter);
  }

  /// `words` with what tells put over.
  public String hide(String words) {
    return known.computeIfAbsent(words, text -> cover(text, giveAways.in(text)));
  }

  /// A path of which only the kind of file is left.
  static String file(String path) {
    return String.valueOf(COVER).repeat(4) + extension(path);
  }

  private interface Quoting {
    Passage of(Mask mask, Passage passage);
  }

  private static Passage passage(Mask mask, Passage passage) {
    return new Passage(
        mask.hide(passage.quote()), passage.start(), passage.page(), passage.boxes());
  }

  private static Passage within(VisibleText text, Passage passage) {
    return new Passage(
        text.text().substring(passage.start(), passage.end()),
        passage.start(),
        passage.page(),
        passage.boxes());
  }

  private static String cover(String text, BitSet hidden) {
    if (hidden.isEmpty()) {
      return text;
    }
    var covered = new StringBuilder(text);
    for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
      if (!Character.isWhitespace(text.charAt(i))) {
        covered.setCharAt(i, COVER);
      }
    }
    return covered.toString();
  }

  private static String extension(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 || file.length() - dot > 6 ? "" : file.substring(dot).toLowerCase(Locale.ROOT);
  }

  /// Passages that say where the person lives or learned are put over wherever they stand.
  private VisibleText text(VisibleText text, Profile profile) {
    var hidden = giveAways.in(text.text());
    var lines = new ArrayList<Line>();
    over(profile.contact().location(), hidden);
    over(profile.contact().name(), hidden);
    for (int i = 0; i < text.lines().size(); i++) {
      var line = text.lines().get(i);
      int start = text.startOf(i);
      var covered = cover(line.text(), hidden.get(start, start + line.text().length()));
      lines.add(new Line(covered, line.page(), line.block(), line.box(), line.size(), line.bold()));
    }
    return new VisibleText(lines);
  }

  private static void over(@Nullable Fact<String> fact, BitSet hidden) {
    if (fact != null) {
      hidden.set(fact.passage().start(), fact.passage().end());
    }
  }

  private Extraction.Text source(Extraction.Text source, VisibleText text) {
    var notices =
        source.notices().stream()
            .map(notice -> new Notice(notice.kind(), hide(notice.detail()), notice.page()))
            .toList();
    return new Extraction.Text(
        source.type(), source.pages(), text, List.of(), source.dated(), notices);
  }

  private Profile profile(Profile profile, Quoting quoting) {
    var summary = profile.summary();
    return new Profile(
        new Contact(null, List.of(), List.of(), List.of(), null),
        fact(profile.headline(), quoting),
        summary == null ? null : quoting.of(this, summary),
        profile.work().stream().map(work -> work(work, quoting)).toList(),
        profile.education().stream().map(one -> education(one, quoting)).toList(),
        profile.skills().stream().map(skill -> skill(skill, quoting)).toList(),
        profile.languages(),
        profile.certificates().stream().map(fact -> given(fact, quoting)).toList(),
        profile.years(),
        profile.asOf(),
        profile.confidence(),
        profile.warnings().stream()
            .map(warning -> new Warning(warning.kind(), hide(warning.detail())))
            .toList(),
        profile.version());
  }

  private Work work(Work work, Quoting quoting) {
    return new Work(
        fact(work.company(), quoting),
        fact(work.title(), quoting),
        fact(work.location(), quoting),
        work.period(),
        work.highlights().stream().map(passage -> quoting.of(this, passage)).toList(),
        quoting.of(this, work.whole()));
  }

  private Education education(Education education, Quoting quoting) {
    return new Education(
        null,
        fact(education.degree(), quoting),
        education.level(),
        fact(education.field(), quoting),
        education.period(),
        quoting.of(this, education.whole()));
  }

  private SkillUse skill(SkillUse skill, Quoting quoting) {
    return new SkillUse(
        skill.known() ? skill.skill() : hide(skill.skill()),
        skill.known() ? skill.name() : hide(skill.name()),
        skill.known(),
        skill.mentions().stream()
            .map(mention ->
                new SkillUse.Mention(quoting.of(this, mention.passage()), mention.place()))
            .toList(),
        skill.years(),
        skill.lastUsed());
  }

  private @Nullable Fact<String> fact(@Nullable Fact<String> fact, Quoting quoting) {
    return fact == null ? null : given(fact, quoting);
  }

  private Fact<String> given(Fact<String> fact, Quoting quoting) {
    return new Fact<>(hide(fact.value()), quoting.of(this, fact.passage()), fact.confidence());
  }

  private Match match(Match match, Quoting quoting) {
    return new Match(
        match.total(),
        match.dimensions().stream().map(score -> dimension(score, quoting)).toList(),
        match.weights(),
        match.gaps().stream().map(this::gap).toList(),
        match.gates().stream().map(gate -> gate(gate, quoting)).toList(),
        match.recommendation(),
        hide(match.reasoning()),
        match.strengths().stream().map(this::hide).toList(),
        match.questions().stream().map(this::hide).toList(),
        match.flags().stream()
            .map(flag -> new Match.Flag(flag.kind(), hide(flag.detail())))
            .toList(),
        match.confidence(),
        match.version());
  }

  private @Nullable Judged judged(@Nullable Judged judged) {
    return judged == null
        ? null
        : new Judged(
            judged.state(),
            judged.local(),
            judged.score(),
            judged.lowest(),
            judged.highest(),
            judged.readings(),
            judged.model(),
            hide(judged.summary()),
            judged.why(),
            judged.asked(),
            judged.answered(),
            judged.unquoted(),
            judged.dates().stream()
                .map(told ->
                    new ToldDates(told.post(), told.start(), told.end(), hide(told.quote())))
                .toList(),
            judged.facts().stream()
                .map(told ->
                    new ToldFact(
                        told.field(), told.at(), hide(told.value()), passage(this, told.words())))
                .toList());
  }

  private DimensionScore dimension(DimensionScore score, Quoting quoting) {
    return new DimensionScore(
        score.dimension(),
        score.asked(),
        score.parts().stream().map(part -> part(part, quoting)).toList());
  }

  private Part part(Part part, Quoting quoting) {
    return new Part(
        part.requirement(),
        part.label(),
        part.importance(),
        part.points(),
        part.outOf(),
        evidence(part.evidence(), quoting),
        hide(part.reason()));
  }

  private Gate gate(Gate gate, Quoting quoting) {
    return new Gate(
        gate.requirement(),
        gate.label(),
        gate.answer(),
        evidence(gate.evidence(), quoting),
        hide(gate.found()));
  }

  private List<Evidence> evidence(List<Evidence> evidence, Quoting quoting) {
    return evidence.stream()
        .map(one ->
            new Evidence(
                quoting.of(this, one.passage()), one.kind(), one.share(), hide(one.note())))
        .toList();
  }

  private Gap gap(Gap gap) {
    return new Gap(
        gap.requirement(), gap.label(), gap.importance(), gap.unknown(), hide(gap.found()));
  }
}
