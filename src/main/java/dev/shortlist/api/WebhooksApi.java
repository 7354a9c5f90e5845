package dev.shortlist.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.TooLong;
import dev.shortlist.notify.Delivery;
import dev.shortlist.notify.Webhook;
import dev.shortlist.notify.WebhookEvent;
import dev.shortlist.notify.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks", description = "Addresses that are told of what happens")
class WebhooksApi {
  private final CurrentAccount account;
  private final Webhooks webhooks;

  WebhooksApi(CurrentAccount account, Webhooks webhooks) {
    this.account = account;
    this.webhooks = webhooks;
  }

  @GetMapping
  @Operation(summary = "List webhooks")
  WebhookList list() {
    return new WebhookList(webhooks.list(account.id()).stream().map(WebhookBody::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Make a webhook",
      description = "The answer holds the secret its messages are signed with, this once.")
  ResponseEntity<NewWebhookBody> create(@RequestBody WebhookChange body) {
    if (body.url() == null || body.url().isBlank()) {
      throw Problem.INVALID_VALUE.because("url is missing: where shall the messages go?");
    }
    fits(body);
    var url = url(body.url());
    var events = body.events() == null ? Set.<WebhookEvent>of() : events(body.events());
    var description = body.description() == null ? "" : body.description();
    var created = checked("", () -> webhooks.create(account.id(), url, description, events));
    return ResponseEntity.created(URI.create("/api/v1/webhooks/" + created.webhook().id()))
        .body(new NewWebhookBody(WebhookBody.of(created.webhook()), created.secret()));
  }

  private static void fits(WebhookChange body) {
    TooLong.unless("url", body.url(), TooLong.SENTENCES);
    TooLong.unless("description", body.description(), TooLong.LINE);
  }

  @GetMapping("/{id}")
  @Operation(summary = "A webhook")
  WebhookBody find(@PathVariable UUID id) {
    return WebhookBody.of(
        webhooks.find(account.id(), id).orElseThrow(() -> unknown("webhook " + id)));
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Change a webhook",
      description = "What is absent stays. One that is held after failures is tried again at once.")
  WebhookBody change(@PathVariable UUID id, @RequestBody WebhookChange body) {
    fits(body);
    var url = body.url() == null ? null : url(body.url());
    var events = body.events() == null ? null : events(body.events());
    return WebhookBody.of(
        checked(
            "webhook " + id,
            () ->
                webhooks.change(account.id(), id, url, body.description(), events, body.active())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a webhook and its log")
  void delete(@PathVariable UUID id) {
    if (!webhooks.delete(account.id(), id)) {
      throw unknown("webhook " + id);
    }
  }

  @PostMapping("/{id}/test")
  @Operation(
      summary = "Send a test message",
      description = "Sends `webhook.test` now and answers with what came back.")
  DeliveryBody test(@PathVariable UUID id) {
    return DeliveryBody.of(checked("webhook " + id, () -> webhooks.test(account.id(), id)));
  }

  @PostMapping("/{id}/secret")
  @Operation(
      summary = "Make a new secret",
      description = "For a day messages are signed with the old one too.")
  SecretBody secret(@PathVariable UUID id) {
    return new SecretBody(checked("webhook " + id, () -> webhooks.newSecret(account.id(), id)));
  }

  @GetMapping("/{id}/deliveries")
  @Operation(summary = "What a webhook was told", description = "Newest first.")
  DeliveryList deliveries(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    var only =
        Fields.orNull(state) == null ? null : Fields.one(Delivery.State.class, "state", "" + state);
    int most = Fields.limit(limit, 500);
    long from = before == null ? Long.MAX_VALUE : before;
    var page =
        checked("webhook " + id, () -> webhooks.deliveries(account.id(), id, only, from, most));
    return new DeliveryList(
        page.stream().map(DeliveryBody::of).toList(),
        page.size() < most ? null : page.getLast().number());
  }

  @PostMapping("/{id}/deliveries/{delivery}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Send a message again",
      description = "With the id it had, so that a receiver knows it again.")
  DeliveryBody replay(@PathVariable UUID id, @PathVariable UUID delivery) {
    return DeliveryBody.of(
        checked("delivery " + delivery, () -> webhooks.replay(account.id(), id, delivery)));
  }

  /// What the caller can mend becomes a problem that says so.
  private static <T> T checked(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (NoSuchElementException e) {
      throw unknown(what);
    } catch (IllegalArgumentException e) {
      throw Problem.INVALID_VALUE.because(e.getMessage() + ".");
    }
  }

  private static RuntimeException unknown(String what) {
    return Problem.NOT_FOUND.because("There is no " + what + ".");
  }

  private static URI url(String url) {
    return checked("", () -> Webhooks.address(url));
  }

  private static Set<WebhookEvent> events(Collection<String> types) {
    return types.stream()
        .map(type -> WebhookEvent.of(type).orElseThrow(() -> unknownEvent(type)))
        .collect(Collectors.toSet());
  }

  private static RuntimeException unknownEvent(String type) {
    var known =
        Arrays.stream(WebhookEvent.values())
            .filter(event -> event != WebhookEvent.TEST)
            .map(WebhookEvent::type)
            .toList();
    return Problem.INVALID_VALUE.because(
        "\"%s\" is not an event; the events are %s.".formatted(type, known));
  }

  record WebhookList(List<WebhookBody> webhooks) {}

  record WebhookChange(
      @Schema(example = "https://hooks.example.com/shortlist") @Nullable String url,
      @Nullable String description,
      @Schema(example = "[\"screening.completed\"]") @Nullable List<String> events,
      @Schema(description = "Whether it is told anything") @Nullable Boolean active) {}

  record NewWebhookBody(
      WebhookBody webhook,
      @Schema(description = "What messages are signed with; not shown again") String secret) {}

  record SecretBody(String secret) {}

  @Schema(name = "Webhook")
  record WebhookBody(
      UUID id,
      String url,
      String description,
      Set<String> events,
      boolean active,
      @Schema(description = "Since when it takes nothing; null when all is well", nullable = true)
          @Nullable Instant failingSince,
      @Schema(description = "When it is tried again; null when it is not held", nullable = true)
          @Nullable Instant heldUntil,
      Instant createdAt) {

    static WebhookBody of(Webhook webhook) {
      return new WebhookBody(
          webhook.id(),
          webhook.url().toString(),
          webhook.description(),
          webhook.events().stream()
              .map(WebhookEvent::type)
              .collect(Collectors.toCollection(TreeSet::new)),
          webhook.active(),
          webhook.failingSince(),
          webhook.heldUntil(),
          webhook.createdAt());
    }
  }

  record DeliveryList(
      List<DeliveryBody> deliveries,
      @Schema(description = "`before` of the next page; null on the last", nullable = true)
          @Nullable Long next) {}

  @Schema(name = "Delivery")
  record DeliveryBody(
      UUID id,
      String event,
      Delivery.State state,
      int attempts,
      Instant createdAt,
      Instant nextAt,
      @Nullable Instant endedAt,
      @Schema(description = "Status of the last answer; null when there was none", nullable = true)
          @Nullable Integer status,
      @Schema(description = "What went wrong last", nullable = true) @Nullable String error,
      @Schema(description = "The message", type = "object") @JsonRawValue String body) {

    static DeliveryBody of(Delivery delivery) {
      return new DeliveryBody(
          delivery.id(),
          delivery.event(),
          delivery.state(),
          delivery.attempts(),
          delivery.createdAt(),
          delivery.nextAt(),
          delivery.endedAt(),
          delivery.status(),
          delivery.error(),
          delivery.body());
    }
  }
}
