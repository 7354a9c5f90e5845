package dev.shortlist.notify;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/// What came of giving a mail to the mail server, when that did not take it.
sealed interface SmtpAnswer {

  /// What happened, without names and addresses.
  String words();

  /// It does not want this mail, now or ever.
  record Refused(String words) implements SmtpAnswer {}

  /// It may take this mail later.
  record Later(String words) implements SmtpAnswer {}

  /// It cannot be reached, or lets nobody in: what holds for this mail holds for all.
  record Away(String words) implements SmtpAnswer {}

  static SmtpAnswer of(MailException failure) {
    return switch (failure) {
      case MailAuthenticationException _ ->
          new Away("the mail server does not accept the user name and password");
      case MailPreparationException _, MailParseException _ ->
          new Refused("it cannot be written as a mail: look at its addresses");
      case MailSendException send when !send.getFailedMessages().isEmpty() ->
          of(send.getFailedMessages().values().iterator().next());
      default -> of(failure.getCause());
    };
  }

  private static SmtpAnswer of(@Nullable Throwable failure) {
    int code = 0;
    boolean refused = false;
    for (Throwable one = failure; one != null; one = next(one)) {
      if (one instanceof SMTPAddressFailedException address) {
        code = address.getReturnCode();
        refused = code >= 500;
      } else if (one instanceof SMTPSendFailedException mail) {
        code = code == 0 ? mail.getReturnCode() : code;
        refused |= mail.getReturnCode() >= 500 && isAboutTheMail(mail);
      }
    }
    if (refused) {
      return new Refused("the mail server refused it for good (%d)".formatted(code));
    }
    return code > 0
        ? new Later("the mail server did not take it (%d)".formatted(code))
        : new Away("the mail server did not answer as it should");
  }

  /// A refusal of the sender, said before, is for whoever set the server up.
  private static boolean isAboutTheMail(SMTPSendFailedException failure) {
    String command = failure.getCommand();
    return command == null || command.equals(".") || command.startsWith("DATA");
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException chained && chained.getNextException() != null
        ? chained.getNextException()
        : failure.getCause();
  }
}
