package org.mimawari.simulator;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** An IMAP server on a free port of the loopback interface, filled with messages; for demonstrations and tests only. */
public final class SimulatedMailServer implements AutoCloseable {

    private static final String PASSWORD = "demonstration";

    private final GreenMail server;
    private final List<String> mailboxes;

    SimulatedMailServer(List<Recorded.StoredMessage> messages) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        mailboxes = messages.stream().map(message -> message.owner().address()).distinct().sorted().toList();
        mailboxes.forEach(address -> server.setUser(address, address, PASSWORD));
        messages.forEach(this::store);
    }

    public int port() {
        return server.getImap().getPort();
    }

    /** Addresses of the mailboxes; each is its own user name. */
    public List<String> mailboxes() {
        return mailboxes;
    }

    public String password() {
        return PASSWORD;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void store(Recorded.StoredMessage stored) {
        try {
            ImapHostManager host = server.getManagers().getImapHostManager();
            GreenMailUser user = server.getUserManager().getUserByEmail(stored.owner().address());
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(stored.content()));
            Date sent = message.getSentDate();
            folder(host, user, stored.folder()).appendMessage(message, new Flags(), sent == null ? Date.from(Instant.EPOCH) : sent);
        } catch (MessagingException | FolderException | AuthorizationException e) {
            throw new IllegalStateException("the simulated mail server does not take its mail", e);
        }
    }

    private static MailFolder folder(ImapHostManager host, GreenMailUser user, String name)
            throws FolderException, AuthorizationException {
        if (name.equals("INBOX")) {
            return host.getInbox(user);
        }
        MailFolder existing = host.getFolder(user, name);
        return existing == null ? host.createMailbox(user, name) : existing;
    }
}
