package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Standings.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// A shortlist of two, with a band of five points below.
class SelectionTest {

  @Test
  void the_nearest_to_the_cut_come_first_and_those_far_below_not_at_all() {
    assertThat(points(select(Cascade.BAND, ranking(90, 70, 68, 66, 40)).next()))
        .containsExactly(70.0, 68.0, 66.0, 90.0);
  }

  @Test
  void all_means_all() {
    assertThat(points(select(Cascade.ALL, ranking(90, 70, 40)).next()))
        .containsExactlyInAnyOrder(90.0, 70.0, 40.0);
    assertThat(select(Cascade.OFF, ranking(90, 70)).next()).isEmpty();
  }

  @Test
  void a_band_ends_at_three_times_the_shortlist_also_when_judged_ones_fall() {
    assertThat(select(Cascade.BAND, ranking(70, 70, 70, 70, 70, 70, 70, 70, 70)).next()).hasSize(6);

    var fallen = new ArrayList<Place>(ranking(70, 70, 70));
    for (int i = 0; i < 5; i++) {
      fallen.add(place(30, Judged.State.JUDGED, 1));
    }
    assertThat(select(Cascade.BAND, fallen).next()).hasSize(1);
  }

  @Test
  void who_was_asked_about_is_not_asked_about_again() {
    var ranking =
        List.of(
            place(90, Judged.State.JUDGED, 1),
            place(80, Judged.State.LOCAL, 0),
            place(79, null, 0));

    assertThat(points(select(Cascade.BAND, ranking).next())).containsExactly(79.0);
  }

  @Test
  void those_within_three_points_of_the_cut_are_read_again_where_there_is_a_cut() {
    var close = List.of(judged(90), judged(70), judged(68), judged(50));

    assertThat(points(select(Cascade.BAND, close).again())).containsExactly(70.0, 68.0);
    assertThat(select(Cascade.BAND, close.subList(0, 2)).again()).isEmpty();
  }

  @Test
  void nothing_is_read_more_often_than_set() {
    var read = List.of(judged(90), place(70, Judged.State.JUDGED, 2), judged(60));

    assertThat(select(Cascade.BAND, read).again()).isEmpty();
  }

  private static List<Double> points(List<Place> places) {
    return places.stream().map(Place::total).toList();
  }

  private static Selection select(Cascade cascade, List<Place> ranking) {
    var source = new MapConfigurationPropertySource();
    source.put("shortlist.ai.provider", "ollama");
    source.put("shortlist.ai.model", "m");
    source.put("shortlist.ai.shortlist", 2);
    source.put("shortlist.ai.cascade", cascade);
    var settings = new Binder(source).bind("shortlist.ai", AiSettings.class).get();
    return new Selection(ranking, Objects.requireNonNull(ModelSetup.of(settings)));
  }

  private static List<Place> ranking(double... totals) {
    var places = new ArrayList<Place>();
    for (double total : totals) {
      places.add(place(total, null, 0));
    }
    return places;
  }

  private static Place judged(double total) {
    return place(total, Judged.State.JUDGED, 1);
  }

  private static Place place(double total, Judged.@Nullable State state, int readings) {
    var id = UUID.randomUUID();
    return new Place(new ApplicationId(id), id, total, state, readings);
  }
}
