package dev.shortlist.figures;

import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.Places;
import org.springframework.stereotype.Component;

/// Where the work of a screening lies: on the machine's own cores, and with language models.
@Component
public class Workload {
  private final Places places;

  Workload(Places places) {
    this.places = places;
  }

  /// The work of a screening that is not done. The caller has made sure whose it is.
  public Lanes of(ScreeningId screening) {
    return new Lanes(load(Lane.CPU, screening), load(Lane.LLM, screening));
  }

  private Load load(Lane lane, ScreeningId screening) {
    var load = places.load(lane, screening.value());
    return new Load(load.waiting(), load.running());
  }

  /// Both lanes.
  ///
  /// @param cpu reading and matching
  /// @param models calls to language models
  public record Lanes(Load cpu, Load models) {
    public static final Lanes IDLE = new Lanes(new Load(0, 0), new Load(0, 0));
  }

  /// CVs in one lane.
  public record Load(int waiting, int running) {
    public boolean isIdle() {
      return waiting == 0 && running == 0;
    }
  }
}
