package dev.shortlist.match;

import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Work;
import dev.shortlist.text.Passage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The posts of a CV and how near each is to the work a job description offers.
///
/// @param posts as in the CV, the newest first; the headline, if there is one, goes before them,
///   and titles that stand by themselves after them
/// @param headline what the person calls herself or himself, one of the posts; absent without
/// @param yearsOfSuchWork years of work like what is asked: each month counts once, by the nearest
///   post held in it; a post without dates counts as one year
record Career(List<Post> posts, @Nullable Post headline, double yearsOfSuchWork) {
  Career {
    posts = List.copyOf(posts);
  }

  /// Posts beyond this many are not compared: they are decades back.
  private static final int COMPARED = 12;

  /// A post at least this near is the same work; between the two it counts in proportion.
  private static final double SAME_WORK = 0.7;

  /// A post no nearer than this is other work.
  static final double OTHER_WORK = 0.4;

  /// One post, or what the person calls herself or himself.
  ///
  /// @param nearness of the work to what is asked, 0 to 1
  /// @param currency 1 for work of today, less the longer ago
  /// @param work absent for the headline and for a title that stands by itself
  /// @param most what it counts at most, as posts bear it out; 1 for a post
  record Post(
      Fact<String> title, double nearness, double currency, @Nullable Work work, double most) {
    static Post held(Fact<String> title, double nearness, double currency, Work work) {
      return new Post(title, nearness, currency, work, 1);
    }

    static Post said(Fact<String> title, double nearness, double currency) {
      return new Post(title, nearness, currency, null, 1);
    }

    Post atMost(double most) {
      return new Post(title, nearness, currency, work, most);
    }

    /// Nearness, less for what is long ago, only a headline, or not borne out.
    double worth() {
      return shown() * currency;
    }

    /// Nearness, as far as posts bear it out.
    double shown() {
      return Math.min(nearness, most);
    }

    boolean isHeld() {
      return work != null;
    }

    boolean isBorneOut() {
      return shown() == nearness;
    }

    boolean isOtherWork() {
      return nearness < FAR_WORK;
    }

    @Nullable Seniority seniority() {
      return Titles.seniority(title.value());
    }
  }

  /// @param own whether a title is the person's own and not copied from the job description
  /// @param account how far what a post tells is such work, whatever it is called, 0 to 1
  /// @param apart the same of what stands outside the posts, for titles that stand there
  static Career of(
      Profile profile,
      Prepared prepared,
      Asked asked,
      Nearness nearness,
      Predicate<Fact<String>> own,
      ToDoubleFunction<Work> account,
      double apart) {
    var posts = new ArrayList<Post>();
    var headline = profile.headline();
    boolean isOwn = headline != null && own.test(headline);
    if (headline != null && isOwn) {
      posts.add(
          Post.said(
              headline,
              nearness.of(headline.value(), asked),
              prepared.seeks(headline.value()) ? SOUGHT : HEADLINE));
    }
    var now = YearMonth.from(profile.asOf());
    for (var work : profile.work().stream().limit(COMPARED).toList()) {
      var title = called(work, prepared);
      if (title != null && own.test(title)) {
        double near = withAccount(nearness.of(title.value(), asked), account.applyAsDouble(work));
        posts.add(Post.held(title, near, currency(work.period(), now), work));
      }
    }
    for (var title : prepared.claimed().stream().filter(own).toList()) {
      posts.add(
          Post.said(
              title,
              withAccount(nearness.of(title.value(), asked), apart),
              prepared.seeks(title.value()) ? SOUGHT : CLAIMED));
    }
    double most = borneOut(posts);
    posts.replaceAll(post -> post.isHeld() ? post : post.atMost(most));
    return new Career(posts, isOwn ? posts.getFirst() : null, years(posts));
  }

  /// What a title that no post has counts at most: anybody can write it, so where posts are told,
  /// one of them has to be of such work.
  private static double borneOut(List<Post> posts) {
    var nearest = nearestHeld(posts);
    return nearest.isEmpty()
        ? 1
        : UNBORNE + (1 - UNBORNE) * Math.min(1, nearest.getAsDouble() / OTHER_WORK);
  }

  private static OptionalDouble nearestHeld(List<Post> posts) {
    return posts.stream().filter(Post::isHeld).mapToDouble(Post::nearness).max();
  }

  // A post in one line may stand where the organisation was looked for, unless it has a word that
  // only organisations have.
  static @Nullable Fact<String> called(Work work, Prepared prepared) {
    var title = work.title();
    if (title != null) {
      return prepared.whole(title);
    }
    var company = work.company();
    return company == null || company.confidence() >= SURE ? null : company;
  }

  // A title says what the work was called, the account of it what it was.
  private static double withAccount(double near, double account) {
    return near + (1 - near) * OF_ACCOUNT * account;
  }

  /// The titles that are compared.
  static List<String> titles(Profile profile, Prepared prepared) {
    var titles = new ArrayList<String>();
    if (profile.headline() != null) {
      titles.add(profile.headline().value());
    }
    profile.work().stream()
        .limit(COMPARED)
        .map(work -> called(work, prepared))
        .filter(Objects::nonNull)
        .forEach(title -> titles.add(title.value()));
    prepared.claimed().forEach(title -> titles.add(title.value()));
    return titles;
  }

  /// The post that speaks most for the person; absent without any title.
  @Nullable Post best() {
    return posts.stream().max(Comparator.comparingDouble(Post::worth)).orElse(null);
  }

  /// How far the career is of the kind of work, 0 to 1: what [#best] is worth. Only a headline of
  /// other work, which says that the person is something else by now, counts for half of it.
  double worth() {
    var best = best();
    if (best == null) {
      return 0;
    }
    return withHeadline(best.worth());
  }

  /// How near the titles are to the kind of work, however long ago, 0 to 1: those of posts, or what
  /// is said without any. A headline of other work counts as in [#worth].
  double nearness() {
    double said = posts.stream().mapToDouble(Post::nearness).max().orElse(0);
    return withHeadline(nearestHeld(posts).orElse(said));
  }

  private double withHeadline(double ofPosts) {
    return saysOtherwise()
        ? (1 - OF_HEADLINE) * ofPosts + OF_HEADLINE * headlineNearness()
        : ofPosts;
  }

  /// Whether the headline names other work.
  boolean saysOtherwise() {
    return headline != null && headline.isOtherWork();
  }

  private double headlineNearness() {
    return headline == null ? 0 : headline.nearness();
  }

  private static double years(List<Post> posts) {
    var months = new TreeMap<Integer, Double>();
    double undated = 0;
    for (var post : posts) {
      if (post.work() != null) {
        var period = post.work().period();
        double part = partOfSuchWork(post);
        if (period == null || isOpen(period.value())) {
          undated += part;
        } else if (part > 0) {
          addMonths(period.value(), part, months);
        }
      }
    }
    return undated + months.values().stream().mapToDouble(Double::doubleValue).sum() / 12;
  }

  /// Whether any post has dates, so that years can be told at all.
  boolean isDated() {
    return posts.stream()
        .map(Post::work)
        .anyMatch(work -> work != null && work.period() != null && !isOpen(work.period().value()));
  }

  /// The titles of work like what is asked, most telling first.
  List<Passage> suchWork() {
    return posts.stream()
        .filter(post -> post.work() != null && partOfSuchWork(post) > 0)
        .sorted(Comparator.comparingDouble((Post post) -> -post.worth()))
        .limit(3)
        .map(post -> post.title().passage())
        .toList();
  }

  /// What the posts are that the years count.
  enum KindOfWork {
    SUCH,
    SUCH_AND_NEAR,
    NEAR
  }

  KindOfWork kindOfWork() {
    var counted =
        posts.stream().filter(post -> post.work() != null && partOfSuchWork(post) > 0).toList();
    if (counted.stream().allMatch(post -> post.nearness() == 1)) {
      return KindOfWork.SUCH;
    }
    return counted.stream().anyMatch(post -> post.nearness() == 1)
        ? KindOfWork.SUCH_AND_NEAR
        : KindOfWork.NEAR;
  }

  /// How far the nearest post is work like what is asked, 0 to 1.
  double partOfSuchWork() {
    return posts.stream().mapToDouble(Career::partOfSuchWork).max().orElse(0);
  }

  static double partOfSuchWork(Post post) {
    return Math.clamp((post.shown() - OTHER_WORK) / (SAME_WORK - OTHER_WORK), 0, 1);
  }

  /// The account's part of what the title leaves open.
  private static final double OF_ACCOUNT = 0.4;

  /// A title less near than this names other work.
  private static final double FAR_WORK = 0.25;

  /// The part of a headline that names other work.
  private static final double OF_HEADLINE = 0.5;

  /// An organisation told this clearly is no title.
  private static final double SURE = 0.8;

  private static final double HEADLINE = 0.95;

  /// A title that another line says is only looked for.
  private static final double SOUGHT = 0.25;

  /// A title of such work where all posts are other work.
  private static final double UNBORNE = 0.25;

  private static final double CLAIMED = 0.9;
  private static final double UNDATED = 0.9;
  private static final int LONGEST_CAREER = 12 * 60;

  private static void addMonths(Period period, double part, TreeMap<Integer, Double> months) {
    int end = month(period.end());
    int start = Math.max(month(period.start()), end - LONGEST_CAREER);
    for (int month = start; month <= end; month++) {
      months.merge(month, part, Math::max);
    }
  }

  private static boolean isOpen(Period period) {
    return period.start() == null || period.end() == null;
  }

  private static int month(@Nullable YearMonth month) {
    return month == null ? 0 : month.getYear() * 12 + month.getMonthValue();
  }

  private static double currency(@Nullable Fact<Period> period, YearMonth now) {
    if (period == null || period.value().end() == null) {
      return UNDATED;
    }
    int years = (month(now) - month(period.value().end())) / 12;
    return years <= 2 ? 1 : years <= 5 ? 0.95 : years <= 10 ? 0.85 : 0.7;
  }
}
