package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTest {
  private static final String TOKEN = "abcdefghij234567abcd";
  private static final ReturnAddress OWN = new ReturnAddress("bounces+{mail}@hiring.example.com");
  private static final ReturnAddress SHARED = new ReturnAddress("bounces@hiring.example.com");

  private static Optional<DeliveryReport> read(String name, ReturnAddress address) {
    return DeliveryReport.of(BounceSamples.message(name, TOKEN, address.of(TOKEN)), address);
  }

  private static DeliveryReport report(Bounce.@Nullable Kind kind, String status) {
    return new DeliveryReport(TOKEN, kind, status);
  }

  @ParameterizedTest
  @CsvSource({
    "postfix-unknown,HARD,5.1.1",
    "postfix-delayed,DELAYED,4.4.1",
    "exim-full,SOFT,5.2.2",
    "sendmail-refused,HARD,5.7.1",
    "exchange-unknown,HARD,5.1.10",
    "gmail-expired,SOFT,4.4.1",
    "ses-renamed,HARD,5.1.1"
  })
  void reports_of_many_servers_are_known_by_what_they_return(
      String name, Bounce.Kind kind, String status) {
    assertThat(read(name, SHARED)).contains(report(kind, status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postfix-unknown", "exim-full", "sendmail-refused", "exchange-unknown"})
  void where_each_mail_has_an_address_of_its_own_that_is_enough(String name) {
    var nothingReturned =
        new String(
                BounceSamples.message(name, TOKEN, OWN.of(TOKEN).toUpperCase(Locale.ROOT)),
                StandardCharsets.UTF_8)
            .replace(TOKEN + ".shortlist", "gone")
            .replace(ReturnAddress.HEADER, "X-Gone");

    assertThat(DeliveryReport.of(nothingReturned.getBytes(StandardCharsets.UTF_8), OWN))
        .map(DeliveryReport::token)
        .contains(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other-away", "other-qmail", "other-read", "other-broken"})
  void what_is_no_report_says_nothing_of_a_mail(String name) {
    assertThat(read(name, OWN)).isEmpty();
    assertThat(read(name, SHARED)).isEmpty();
  }

  @Test
  void a_mail_that_was_delivered_did_not_come_back() {
    var delivered =
        new String(
                BounceSamples.message("postfix-unknown", TOKEN, SHARED.of(TOKEN)),
                StandardCharsets.UTF_8)
            .replace("Action: failed", "Action: relayed")
            .replace("Status: 5.1.1", "Status: 2.0.0")
            .replace("Diagnostic-Code: smtp; 550 5.1.1", "Diagnostic-Code: smtp; 250 2.0.0");

    assertThat(DeliveryReport.of(delivered.getBytes(StandardCharsets.UTF_8), SHARED))
        .contains(report(null, "2.0.0"));
  }

  @Test
  void the_beginning_of_a_report_with_a_long_mail_is_enough() {
    byte[] whole = BounceSamples.message("postfix-unknown", TOKEN, SHARED.of(TOKEN));

    assertThat(DeliveryReport.of(Arrays.copyOf(whole, whole.length - 80), SHARED))
        .contains(report(Bounce.Kind.HARD, "5.1.1"));
  }

  @Test
  void whatever_stands_in_the_mailbox_is_read_without_an_error() {
    var random = new Random(7);
    for (String name : new String[] {"postfix-unknown", "gmail-expired", "other-broken"}) {
      byte[] whole = BounceSamples.message(name, TOKEN, OWN.of(TOKEN));
      for (int i = 0; i < 300; i++) {
        byte[] odd = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
        for (int bytes = random.nextInt(20); bytes > 0 && odd.length > 0; bytes--) {
          odd[random.nextInt(odd.length)] = (byte) random.nextInt(256);
        }
        assertThat(DeliveryReport.of(odd, OWN)).isNotNull();
      }
    }
  }

  @Test
  void addresses_that_no_mail_can_come_back_to_are_refused() {
    assertThat(ReturnAddress.isUsable("bounces+{mail}@hiring.example.com")).isTrue();
    assertThat(ReturnAddress.isUsable("{mail}@back.example.com")).isTrue();
    assertThat(ReturnAddress.isUsable("hr@example.com")).isTrue();
    assertThat(ReturnAddress.isUsable("{mail}{mail}@example.com")).isFalse();
    assertThat(ReturnAddress.isUsable("bounces+{mail}")).isFalse();
    assertThat(ReturnAddress.isUsable("b".repeat(45) + "{mail}@example.com")).isFalse();
  }
}
