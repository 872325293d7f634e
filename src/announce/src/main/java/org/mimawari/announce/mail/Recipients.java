package org.mimawari.announce.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.indicator.Level;

/**
 * Who may be written to. Whoever controls a suspected mailbox would read the warning, or stop it, so nothing goes to it
 * or through it.
 *
 * @param allowed those who are written to
 * @param leftOut those who are suspected
 */
record Recipients(List<MailboxAddress> allowed, List<MailboxAddress> leftOut) {

    /**
     * @param known tells what earlier announcements said: the mailboxes of all open incidents
     * @throws AnnounceException where the sender or everybody is suspected; it is tried again, as somebody may
     *     change the configuration
     */
    static Recipients of(MailSettings settings, Announcement announcement, Predicate<MailboxAddress> known)
            throws AnnounceException {
        Predicate<MailboxAddress> suspected = suspected(announcement, known);
        if (suspected.test(settings.from())) {
            throw refused("'from' is " + settings.from() + ", which is itself suspected; send from another mailbox");
        }
        if (settings.login().filter(login -> isSuspected(login, settings.from(), suspected)).isPresent()) {
            throw refused("'user' is a suspected mailbox; give the relay an account of its own");
        }
        List<MailboxAddress> allowed = settings.to().stream().filter(suspected.negate()).toList();
        if (allowed.isEmpty()) {
            throw refused("everybody in 'to' is suspected; name somebody else, best outside this mail system");
        }
        return new Recipients(allowed, settings.to().stream().filter(suspected).toList());
    }

    private static Predicate<MailboxAddress> suspected(Announcement announcement, Predicate<MailboxAddress> known) {
        Set<MailboxAddress> suspects = new HashSet<>();
        announcement.changes().stream()
                .filter(change -> change.status() != IncidentStatus.RESOLVED && change.level().isAtLeast(Level.MEDIUM))
                .forEach(change -> MailboxAddress.find(change.mailbox()).ifPresent(suspects::add));
        Predicate<MailboxAddress> suspected = known.or(suspects::contains);
        return address -> suspected.test(address) || suspected.test(withoutTag(address));
    }

    /** Mail for anna+alerts@ arrives at anna@. */
    private static MailboxAddress withoutTag(MailboxAddress address) {
        int plus = address.localPart().indexOf('+');
        return plus <= 0 ? address
                : new MailboxAddress(address.localPart().substring(0, plus) + "@" + address.domain());
    }

    /** Relays know their users with or without a domain. */
    private static boolean isSuspected(MailSettings.Login login, MailboxAddress from,
            Predicate<MailboxAddress> suspected) {
        return MailboxAddress.find(login.user()).filter(user -> suspected.test(user)
                || user.domain().isEmpty() && suspected.test(new MailboxAddress(user.text() + "@" + from.domain())))
                .isPresent();
    }

    private static AnnounceException refused(String why) {
        return AnnounceException.retryable("the configuration does not allow this announcement: " + why);
    }
}
