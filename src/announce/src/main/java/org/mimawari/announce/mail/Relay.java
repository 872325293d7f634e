package org.mimawari.announce.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.net.Line;

/** Hands messages to the configured SMTP relay (RFC 5321), within a fixed time. */
final class Relay {

    private final MailSettings settings;

    Relay(MailSettings settings) {
        this.settings = settings;
    }

    /** @throws IOException where the file of certificates cannot be read */
    Session session() throws IOException {
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // Whom the relay can reach gets the message, whatever becomes of the others.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.quitwait", "false");
        if (startTls) {
            properties.put("mail.smtp.ssl.socketFactory", settings.trust().context().getSocketFactory());
        }
        // The library asks here for what it must not take from a connection that is already open.
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return settings.login().map(login -> new PasswordAuthentication(login.user(), login.password()))
                        .orElse(null);
            }
        });
    }

    void send(Session session, AnnouncementMail mail) throws AnnounceException {
        try (Line line = Line.open(settings.host(), settings.port(), settings.limit())) {
            send(session, mail, line);
        } catch (IOException e) {
            throw AnnounceException.retryable(Line.failure(name() + " cannot be reached", e, settings.host(),
                    settings.port()), e);
        }
    }

    private void send(Session session, AnnouncementMail mail, Line line) throws AnnounceException {
        try (SMTPTransport transport = new SMTPTransport(session, null)) {
            Socket socket = settings.security() == MailSettings.Security.TLS ? line.encrypted(settings.trust())
                    : line.socket();
            transport.connect(socket);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AuthenticationFailedException e) {
            throw AnnounceException.retryable(name() + " does not accept user and password: " + Line.describe(e), e);
        } catch (SendFailedException e) {
            throw refused(e, line);
        } catch (MessagingException | IOException e) {
            throw AnnounceException.retryable(line.failure(name() + " did not take the message", e), e);
        }
    }

    private AnnounceException refused(SendFailedException e, Line line) {
        String why = name() + " refused the message: " + line.reason(e);
        Address[] taken = e.getValidSentAddresses();
        if (taken != null && taken.length > 0) {
            return AnnounceException.permanent("it reached " + Arrays.toString(taken) + " only; " + why, e);
        }
        return isPermanent(e) ? AnnounceException.permanent(why, e) : AnnounceException.retryable(why, e);
    }

    /** RFC 5321 section 4.2.1: an answer that begins with 5 says not to try again. */
    private static boolean isPermanent(MessagingException e) {
        boolean permanent = true;
        int answers = 0;
        MessagingException each = e;
        for (int i = 0; i < 1_000 && each != null; i++) {
            int code = code(each);
            if (code > 0) {
                answers++;
                permanent &= code >= 500;
            }
            each = each.getNextException() instanceof MessagingException next ? next : null;
        }
        return permanent && answers > 0;
    }

    private static int code(MessagingException e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return e instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    private String name() {
        return "the relay " + settings.host() + " port " + settings.port();
    }
}
