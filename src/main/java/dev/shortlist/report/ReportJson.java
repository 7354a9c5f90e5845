package dev.shortlist.report;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.match.Recommendation;
import dev.shortlist.text.Box;
import dev.shortlist.text.Passage;
import dev.shortlist.text.Reason;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a [Report] with the whole explanation of every score as JSON.
///
/// The shape is that of the records below: `jobs[].candidates[].dimensions[].parts[].evidence[]`
/// leads from a score down to the words that earned it. What is absent is left out.
public final class ReportJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .changeDefaultPropertyInclusion(_ -> Value.construct(Include.NON_NULL, Include.ALWAYS))
          .build();

  private ReportJson() {}

  /// Writes `report`; closing `out` is left to the caller.
  public static void write(Report report, Writer out) {
    MAPPER
        .writer()
        .without(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
        .writeValue(out, Whole.of(report));
  }

  private record Whole(
      LocalDate asOf, Files files, List<Job> jobs, List<Copy> duplicates, List<Tray> review) {
    static Whole of(Report report) {
      return new Whole(
          report.asOf(),
          new Files(
              report.files(),
              report.ranked(),
              report.duplicates().size(),
              report.review().size(),
              report.ignored()),
          report.rankings().stream().map(Job::of).toList(),
          report.duplicates().stream().map(copy -> new Copy(copy.file(), copy.of())).toList(),
          report.review().stream().map(Tray::of).toList());
    }
  }

  private record Files(int in, int ranked, int duplicates, int review, int ignored) {}

  private record Copy(String file, String of) {}

  private record Tray(String file, Reason reason, String meaning, String detail, String advice) {
    static Tray of(Unread file) {
      var reason = file.reason();
      return new Tray(file.file(), reason, reason.meaning(), file.detail(), reason.advice());
    }
  }

  private record Job(
      String job,
      String title,
      @Nullable Seniority seniority,
      @Nullable String occupation,
      List<Asked> requirements,
      List<Doubt> concerns,
      String version,
      List<Candidate> candidates) {
    static Job of(JobRanking ranking) {
      var content = ranking.jobDescription();
      return new Job(
          ranking.job(),
          content.title(),
          content.seniority(),
          content.occupation(),
          content.requirements().stream().map(Asked::of).toList(),
          content.concerns().stream().map(Doubt::of).toList(),
          content.version(),
          ranking.places().stream().map(Candidate::of).toList());
    }
  }

  private record Asked(
      String id, String label, Need need, Importance importance, double weight, String quote) {
    static Asked of(Requirement asked) {
      return new Asked(
          asked.id(),
          asked.label(),
          asked.need(),
          asked.importance(),
          asked.weight(),
          asked.passage().quote());
    }
  }

  private record Doubt(Concern.Kind kind, String quote, String advice) {
    static Doubt of(Concern concern) {
      return new Doubt(concern.kind(), concern.passage().quote(), concern.advice());
    }
  }

  private record Candidate(
      int rank,
      String file,
      Person person,
      int score,
      double total,
      Recommendation recommendation,
      String reasoning,
      double confidence,
      List<Points> dimensions,
      List<Gap> gaps,
      List<Answer> gates,
      List<String> strengths,
      List<String> questions,
      List<Match.Flag> flags,
      List<Remark> remarks,
      String version) {
    static Candidate of(JobRanking.Place place) {
      var match = place.match();
      return new Candidate(
          place.rank(),
          place.cv().file(),
          place.cv().person(),
          match.score(),
          match.total(),
          match.recommendation(),
          match.reasoning(),
          match.confidence(),
          match.dimensions().stream().map(score -> Points.of(score, match)).toList(),
          match.gaps(),
          match.gates().stream().map(Answer::of).toList(),
          match.strengths(),
          match.questions(),
          match.flags(),
          place.cv().remarks(),
          match.version());
    }
  }

  private record Points(
      Dimension dimension, double points, int weight, boolean asked, List<Addend> parts) {
    static Points of(DimensionScore score, Match match) {
      return new Points(
          score.dimension(),
          score.points(),
          match.weights().of(score.dimension()),
          score.asked(),
          score.parts().stream().map(Addend::of).toList());
    }
  }

  private record Addend(
      @Nullable String requirement,
      String label,
      double points,
      double outOf,
      String reason,
      List<Words> evidence) {
    static Addend of(Part part) {
      return new Addend(
          part.requirement(),
          part.label(),
          part.points(),
          part.outOf(),
          part.reason(),
          Words.of(part.evidence()));
    }
  }

  private record Answer(
      String requirement, String label, Gate.Answer answer, List<Words> evidence, String found) {
    static Answer of(Gate gate) {
      return new Answer(
          gate.requirement(), gate.label(), gate.answer(), Words.of(gate.evidence()), gate.found());
    }
  }

  private record Words(
      String quote, int page, List<Box> boxes, Evidence.Kind kind, double share, String note) {
    static List<Words> of(List<Evidence> evidence) {
      return evidence.stream().map(Words::of).toList();
    }

    private static Words of(Evidence evidence) {
      Passage passage = evidence.passage();
      return new Words(
          passage.quote(),
          passage.page(),
          passage.boxes(),
          evidence.kind(),
          evidence.share(),
          evidence.note());
    }
  }
}
