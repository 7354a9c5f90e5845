package dev.shortlist.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class SavedViewsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final SavedViews views = shortlist.get(SavedViews.class);
  private AccountId account;
  private ScreeningId here;
  private ScreeningId there;

  @BeforeEach
  void two_screenings() {
    account = new AccountId(shortlist.database().account());
    var screenings = shortlist.get(Screenings.class);
    here = screenings.create(account, "Here", null, null).id();
    there = screenings.create(account, "There", null, null).id();
  }

  @Test
  void a_view_of_one_screening_is_seen_there_and_one_of_all_everywhere() {
    views.keep(account, "user/1", here, "SAP and French", "answer=r1:met");
    views.keep(account, "user/1", null, "Open", "verdict=none");

    assertThat(views.list(account, "user/1", here))
        .extracting(SavedView::name)
        .containsExactly("Open", "SAP and French");
    assertThat(views.list(account, "user/1", there))
        .extracting(SavedView::name)
        .containsExactly("Open");
  }

  @Test
  void keeping_it_again_changes_it() {
    views.keep(account, "user/1", null, "Open", "verdict=none");
    views.keep(account, "user/1", null, "Open", "verdict=on_hold");

    assertThat(views.list(account, "user/1", here))
        .extracting(SavedView::query)
        .containsExactly("verdict=on_hold");
  }

  @Test
  void nobody_sees_or_forgets_anothers_views() {
    views.keep(account, "user/1", null, "Open", "verdict=none");
    var view = views.list(account, "user/1", here).getFirst();

    assertThat(views.list(account, "user/2", here)).isEmpty();
    views.forget(account, "user/2", view.id());
    views.forget(new AccountId(shortlist.database().account()), "user/1", view.id());
    assertThat(views.list(account, "user/1", here)).hasSize(1);
    views.forget(account, "user/1", view.id());
    assertThat(views.list(account, "user/1", here)).isEmpty();
  }
}
