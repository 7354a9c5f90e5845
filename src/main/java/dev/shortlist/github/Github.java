package dev.shortlist.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.HttpException;
import org.springframework.stereotype.Component;

/// Asks GitHub about one account.
@Component
class Github implements AutoCloseable {
  private static final int PAGE = 100;
  private static final int MOST = 3 * PAGE;
  private static final int PROJECTS = 5;

  private final GithubSettings settings;
  private final Quota quota;
  private final HttpClient http;

  Github(GithubSettings settings, Clock clock) {
    this.settings = settings;
    this.quota = new Quota(clock, settings.reserve());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /// What came of asking.
  sealed interface Answer {
    record Work(PublicWork work) implements Answer {}

    record None(Skipped why) implements Answer {}
  }

  /// @param token empty to ask as anybody
  /// @throws Limited if no calls are left; none was made then, or it was refused
  /// @throws NotReached if it may answer later
  Answer ask(String login, String token, Remembered remembered) throws IOException {
    var builder =
        new GitHubBuilder()
            .withEndpoint(settings.baseUrl().toString())
            .withConnector(
                new Connector(
                    http, settings.baseUrl(), settings.timeout(), token, quota, remembered));
    if (!token.isEmpty()) {
      builder.withAuthorizationProvider(() -> "Bearer " + token);
    }
    try {
      var user = builder.build().getUser(login);
      return "User".equals(user.getType())
          ? new Answer.Work(work(user))
          : new Answer.None(Skipped.NOT_A_PERSON);
    } catch (FileNotFoundException e) {
      return new Answer.None(Skipped.UNKNOWN_USER);
    } catch (HttpException e) {
      return refused(e);
    } catch (GHException e) {
      throw unwrapped(e);
    }
  }

  /// Asks GitHub how many calls it allows, which costs none.
  ///
  /// @return why it is of no use, empty when it answers
  Optional<Skipped> tryOut(String token) {
    var asking =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/rate_limit"))
            .timeout(settings.timeout())
            .header("User-Agent", "Shortlist");
    if (!token.isEmpty()) {
      asking.header("Authorization", "Bearer " + token);
    }
    try {
      // What stands in the body is not read, however long it is.
      var answer = http.send(asking.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      quota.note(token, answer.statusCode(), answer.headers());
      return switch (answer.statusCode()) {
        case 200, 404 -> Optional.empty(); // a GitHub of one's own may count no calls
        case 401 -> Optional.of(Skipped.TOKEN_REFUSED);
        default -> Optional.of(answer.statusCode() < 500 ? Skipped.REFUSED : Skipped.NOT_REACHED);
      };
    } catch (Limited e) {
      return Optional.of(Skipped.QUOTA);
    } catch (IOException e) {
      return Optional.of(Skipped.NOT_REACHED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Skipped.NOT_REACHED);
    }
  }

  Optional<GithubCalls> calls(String token) {
    return quota.said(token);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static Answer refused(HttpException e) throws NotReached {
    return switch (e.getResponseCode()) {
      case 401 -> new Answer.None(Skipped.TOKEN_REFUSED);
      case -1 -> throw new NotReached("its answer is not understood", e);
      default -> new Answer.None(Skipped.REFUSED);
    };
  }

  /// While pages are read, the library hides what went wrong.
  private static IOException unwrapped(GHException e) {
    return e.getCause() instanceof Limited || e.getCause() instanceof NotReached
        ? (IOException) e.getCause()
        : new NotReached("its answer is not understood", e);
  }

  private PublicWork work(GHUser user) throws IOException {
    var all = new ArrayList<GHRepository>();
    var pages = user.listRepositories(PAGE).iterator();
    while (all.size() < MOST && pages.hasNext()) {
      all.addAll(pages.nextPage());
    }
    var own = all.stream().filter(one -> !one.isFork() && !one.isPrivate()).toList();
    return new PublicWork(
        user.getLogin(),
        page(user.getHtmlUrl()),
        day(user.getCreatedAt()),
        own.size(),
        (int) all.stream().filter(GHRepository::isFork).count(),
        newest(own),
        languages(own),
        own.stream().sorted(NEWEST_FIRST).limit(PROJECTS).map(this::project).toList(),
        all.size() >= MOST);
  }

  private static final Comparator<GHRepository> NEWEST_FIRST =
      Comparator.comparing(
              GHRepository::getPushedAt, Comparator.nullsLast(Comparator.<Date>reverseOrder()))
          .thenComparing(GHRepository::getName);

  private List<PublicWork.Language> languages(List<GHRepository> own) {
    return own.stream()
        .filter(one -> one.getLanguage() != null)
        .collect(Collectors.groupingBy(GHRepository::getLanguage))
        .entrySet()
        .stream()
        .map(used -> language(used.getKey(), used.getValue()))
        .sorted(
            Comparator.comparingInt(PublicWork.Language::repositories)
                .reversed()
                .thenComparing(PublicWork.Language::name))
        .toList();
  }

  private PublicWork.Language language(String name, List<GHRepository> in) {
    var last = in.stream().min(NEWEST_FIRST).orElseThrow();
    return new PublicWork.Language(name, in.size(), newest(in), page(last.getHtmlUrl()));
  }

  private PublicWork.Project project(GHRepository one) {
    return new PublicWork.Project(
        one.getName(),
        page(one.getHtmlUrl()),
        one.getLanguage(),
        day(one.getPushedAt()),
        one.getStargazersCount());
  }

  private static @Nullable LocalDate newest(List<GHRepository> repositories) {
    return repositories.stream().min(NEWEST_FIRST).map(one -> day(one.getPushedAt())).orElse(null);
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /// Pages show these as links.
  private URI page(@Nullable URL url) {
    return url != null && url.getProtocol().matches("https?")
        ? URI.create(url.toString())
        : settings.baseUrl();
  }
}
