package org.mimawari.announce.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.function.Predicate;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Channel;
import org.mimawari.announce.net.Line;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.evidence.MailboxAddress;

/** Plain-text mail through a relay: never to, from or by the account of a mailbox that is itself suspected. */
public final class MailChannel implements Channel {

    private final String name;
    private final MailSettings settings;
    private final AnnouncementText text;
    private final Predicate<MailboxAddress> suspected;

    /** @param suspected tells of an address, aliases included, whether an incident of its mailbox is open */
    public MailChannel(String name, MailSettings settings, AnnouncementText text, Predicate<MailboxAddress> suspected) {
        this.name = name;
        this.settings = settings;
        this.text = text;
        this.suspected = suspected;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Announcement announcement) throws AnnounceException {
        Recipients recipients = Recipients.of(settings, announcement, suspected);
        Relay relay = new Relay(settings);
        try {
            Session session = relay.session();
            relay.send(session, AnnouncementMail.of(session, announcement, settings.from(), recipients, text));
        } catch (IOException e) {
            throw AnnounceException.retryable(e.getMessage(), e);
        } catch (MessagingException e) {
            throw AnnounceException.permanent("no message can be written: " + Line.describe(e), e);
        }
    }
}
