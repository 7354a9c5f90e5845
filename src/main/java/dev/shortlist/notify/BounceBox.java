package dev.shortlist.notify;

import dev.shortlist.notify.BounceSettings.Security;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the mailbox that undeliverable mails come back to, from where the last round came to. What
/// a message says is kept before the message is gone; one that says nothing of a mail of ours stays
/// as it is, unread.
@Component
class BounceBox {
  private static final int ONE_ROUND = 500;
  // Reports tell what they have to tell before the mail they return.
  private static final int BEGINNING = 256 * 1024;
  private static final Logger log = LoggerFactory.getLogger(BounceBox.class);

  private final BounceSettings settings;
  private final MailSettings mail;
  private final Bounces bounces;
  private final JdbcClient jdbc;

  BounceBox(BounceSettings settings, MailSettings mail, Bounces bounces, JdbcClient jdbc) {
    this.settings = settings;
    this.mail = mail;
    this.bounces = bounces;
    this.jdbc = jdbc;
  }

  /// What one round found.
  ///
  /// @param ours reports about mails of ours
  /// @param others all other messages
  record Round(int ours, int others) {}

  /// What cannot be read now is read with the next round.
  void read() {
    if (!settings.isSetUp() || !mail.isSetUp()) {
      return;
    }
    try {
      var round = round();
      if (round.ours() + round.others() > 0) {
        log.info("mails came back known={} other={}", round.ours(), round.others());
      }
    } catch (MessagingException | IOException e) {
      log.warn("the mailbox of mails that came back was not read: {}", e.toString());
    }
  }

  private Round round() throws MessagingException, IOException {
    try (var store = (IMAPStore) session().getStore(protocol());
        var folder = opened(store)) {
      int ours = 0;
      int others = 0;
      for (var message : unread(folder)) {
        long uid = folder.getUID(message);
        if (isOurs(folder, message)) {
          ours++;
          if (settings.delete()) {
            delete(store, folder, message);
          }
        } else {
          others++;
        }
        remember(folder.getUIDValidity(), uid);
      }
      return new Round(ours, others);
    }
  }

  /// Whether it is a report about one of our mails; what it says is kept then.
  private boolean isOurs(IMAPFolder folder, IMAPMessage message)
      throws MessagingException, IOException {
    byte[] raw;
    try {
      raw = beginning(message);
    } catch (MessagingException | IOException e) {
      if (!folder.isOpen()) {
        throw e;
      }
      log.warn("a message in the mailbox of mails that came back cannot be read: {}", e.toString());
      return false;
    }
    return DeliveryReport.of(raw, mail.returnAddress(settings)).filter(bounces::keep).isPresent();
  }

  private IMAPFolder opened(IMAPStore store) throws MessagingException {
    store.connect(settings.host(), settings.port(), settings.user(), settings.password());
    var folder = (IMAPFolder) store.getFolder(settings.folder());
    folder.open(Folder.READ_WRITE);
    return folder;
  }

  private List<IMAPMessage> unread(IMAPFolder folder) throws MessagingException {
    long last = last(folder.getUIDValidity());
    var unread = new ArrayList<IMAPMessage>();
    // The last message is among them whatever its number is.
    for (var message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
      if (message instanceof IMAPMessage one && folder.getUID(one) > last) {
        unread.add(one);
      }
    }
    return unread.subList(0, Math.min(ONE_ROUND, unread.size()));
  }

  private static byte[] beginning(IMAPMessage message) throws MessagingException, IOException {
    message.setPeek(true);
    try (InputStream in = message.getMimeStream()) {
      return in.readNBytes(BEGINNING);
    }
  }

  /// This one alone: what somebody else marked as deleted is theirs to remove.
  private static void delete(IMAPStore store, IMAPFolder folder, IMAPMessage message)
      throws MessagingException {
    message.setFlag(Flags.Flag.DELETED, true);
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(new Message[] {message});
    }
  }

  private long last(long validity) {
    return jdbc.sql("select last_uid from bounce_box where place = :place and validity = :validity")
        .param("place", place())
        .param("validity", validity)
        .query((row, number) -> row.getLong("last_uid"))
        .optional()
        .orElse(0L);
  }

  private void remember(long validity, long uid) {
    jdbc.sql(
            """
            insert into bounce_box (place, validity, last_uid) values (:place, :validity, :uid)
                on conflict (place) do update
               set validity = excluded.validity, last_uid = excluded.last_uid
            """)
        .param("place", place())
        .param("validity", validity)
        .param("uid", uid)
        .update();
  }

  private String place() {
    return "%s@%s:%d/%s"
        .formatted(settings.user(), settings.host(), settings.port(), settings.folder());
  }

  private String protocol() {
    return settings.security() == Security.TLS ? "imaps" : "imap";
  }

  private Session session() {
    var properties = new Properties();
    String start = "mail." + protocol() + ".";
    String millis = Long.toString(mail.timeout().toMillis());
    String startTls = Boolean.toString(settings.security() == Security.START_TLS);
    properties.setProperty(start + "connectiontimeout", millis);
    properties.setProperty(start + "timeout", millis);
    properties.setProperty(start + "writetimeout", millis);
    properties.setProperty(start + "starttls.enable", startTls);
    properties.setProperty(start + "starttls.required", startTls);
    properties.setProperty(start + "ssl.checkserveridentity", "true");
    return Session.getInstance(properties);
  }
}
