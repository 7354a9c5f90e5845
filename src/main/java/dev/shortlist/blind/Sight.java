package dev.shortlist.blind;

import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.Order;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.ScreeningId;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Whose names may be seen in one screening, and what is seen where they may not.
///
/// @param open whether all may, apart from those in `apart`
/// @param apart applications for which it was decided otherwise
public record Sight(boolean open, Set<ApplicationId> apart) {
  /// Of a screening that was never opened.
  public static final Sight BLIND = new Sight(false, Set.of());

  /// Of whoever sees all names.
  public static final Sight OPEN = new Sight(true, Set.of());

  public Sight {
    apart = Set.copyOf(apart);
  }

  /// What may be seen in one of all screenings.
  public static Sight of(Names names, ScreeningId screening) {
    return new Sight(names.open().contains(screening), names.apart());
  }

  /// Whether it may be seen whose application it is.
  public boolean shows(ApplicationId application) {
    return open != apart.contains(application);
  }

  /// Whether it may be seen whose application it is.
  public boolean shows(Application application) {
    return shows(application.id());
  }

  /// Whether an order tells nothing that is hidden.
  public boolean allows(Order order) {
    return open || order != Order.NAME;
  }

  /// The application as it may be seen.
  public Application seen(Application application) {
    return shows(application) ? application : Mask.hide(application);
  }

  /// A place in the ranking as it may be seen.
  public RankedApplication seen(RankedApplication ranked) {
    return shows(ranked.application()) ? ranked : Mask.hide(ranked);
  }

  /// All that is known of an application as it may be seen.
  public ApplicationDetail seen(ApplicationDetail detail) {
    return shows(detail.application()) ? detail : Mask.hide(detail);
  }

  /// How words about an application may be seen.
  ///
  /// @param file what its file is called, empty when that is not known
  public UnaryOperator<String> words(ApplicationId application, String file, Profile profile) {
    return shows(application) ? UnaryOperator.identity() : Mask.words(profile, file);
  }

  /// The path of a file as it may be seen: no more than what kind of file it is.
  public String seen(ApplicationId application, String path) {
    return shows(application) ? path : Mask.file(path);
  }
}
