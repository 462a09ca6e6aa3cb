package org.shishi.post;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.shishi.procedure.Notice;

/**
 * E-mail through the city's own server (RFC 5321). A letter has the same Message-ID however often it goes out, so that
 * mailboxes which look at it show it once.
 */
final class SmtpCourier implements Courier {
    private static final String PATIENCE = "20000";
    private static final int FOR_GOOD = 500;

    private final SmtpServer server;
    private final Session session;

    SmtpCourier(SmtpServer server) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
    }

    private static Properties properties(SmtpServer server) {
        String name = "mail." + server.protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", server.protocol());
        properties.setProperty(name + "connectiontimeout", PATIENCE);
        properties.setProperty(name + "timeout", PATIENCE);
        properties.setProperty(name + "writetimeout", PATIENCE);
        properties.setProperty(name + "starttls.enable", Boolean.toString(server.mustEncrypt()));
        properties.setProperty(name + "starttls.required", Boolean.toString(server.mustEncrypt()));
        properties.setProperty(name + "ssl.checkserveridentity", "true");
        properties.setProperty(name + "auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty("mail.mime.allowutf8", "false");
        return properties;
    }

    @Override
    public Notice.Way way() {
        return Notice.Way.MAIL;
    }

    @Override
    public Carried carry(Parcel parcel) {
        try (SMTPTransport transport = (SMTPTransport) session.getTransport()) {
            Message message = message(parcel);
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
            return new Carried.Delivered(transport.getLastServerResponse());
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    private Message message(Parcel parcel) throws MessagingException {
        MimeMessage message = new Numbered(session, "<" + parcel.id() + "@" + server.domain() + ">");
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipients(
                Message.RecipientType.TO,
                new Address[] {new InternetAddress(parcel.to().orElseThrow())});
        message.setSubject(parcel.subject(), StandardCharsets.UTF_8.name());
        message.setText(parcel.words() + "\n", StandardCharsets.UTF_8.name());
        message.setSentDate(java.util.Date.from(parcel.letter().madeAt()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday answers, please
        message.saveChanges();
        return message;
    }

    /** The library would give every copy a Message-ID of its own. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** 5xx is for good (RFC 5321 4.2.1), unless it is us whom the server does not let in. */
    private static Carried failed(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new Carried.NotNow("smtp: the server does not let us in");
        }
        int code = code(e);
        String why = "smtp " + (code > 0 ? code : e.getClass().getSimpleName());
        return code >= FOR_GOOD ? new Carried.Never(why) : new Carried.NotNow(why);
    }

    private static int code(MessagingException e) {
        Exception at = e;
        int code = 0;
        while (at instanceof MessagingException messaging) {
            code = switch (messaging) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException send when send.getReturnCode() > 0 -> send.getReturnCode();
                default -> code;
            };
            at = messaging.getNextException();
        }
        return code;
    }
}
