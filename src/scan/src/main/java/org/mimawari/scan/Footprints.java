package org.mimawari.scan;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.SignIn;

/** The footprint of every source, learnt while evidence streams by. Bounded. Not safe for several threads. */
final class Footprints {

    private static final Footprint NONE = new Footprint();
    private static final int MOST_SOURCES = 20_000;
    private static final int MOST_UNATTENDED = 200_000;
    private static final Set<MailboxKind> UNATTENDED = Set.of(MailboxKind.SHARED, MailboxKind.ROBOT,
            MailboxKind.BULK, MailboxKind.RETIRED);

    private final Map<String, Footprint> sources = new HashMap<>();
    private final Set<MailboxAddress> unattended = new HashSet<>();
    private String lastSource = "";
    private Footprint last = NONE;

    void see(Evidence evidence) {
        Footprint footprint = footprint(evidence.ref().source());
        evidence.time().ifPresent(footprint::on);
        // A guessed address that only failed to sign in need not exist.
        boolean proves = !(evidence instanceof SignIn signIn) || signIn.passwordRight();
        if (proves) {
            evidence.mailbox().ifPresent(footprint::names);
        }
        boolean isUnattended = evidence instanceof MailboxProfile profile
                && UNATTENDED.contains(profile.mailboxKind()) && unattended.size() < MOST_UNATTENDED;
        if (isUnattended) {
            evidence.mailbox().ifPresent(unattended::add);
        }
    }

    void pass(String source, Optional<MailboxAddress> mailbox, Instant time) {
        Footprint footprint = footprint(source);
        footprint.on(time);
        mailbox.ifPresent(footprint::names);
    }

    private Footprint footprint(String source) {
        if (source.equals(lastSource)) {
            return last;
        }
        boolean room = sources.size() < MOST_SOURCES || sources.containsKey(source);
        last = room ? sources.computeIfAbsent(source, any -> new Footprint()) : new Footprint();
        lastSource = source;
        return last;
    }

    Footprint of(String source) {
        return sources.getOrDefault(source, NONE);
    }

    /** Names a mailbox that a person or several use: of others nobody expects sign-ins or mail. */
    boolean isAttended(MailboxAddress mailbox) {
        return !unattended.contains(mailbox) && !UNATTENDED.contains(MailboxKinds.of(mailbox));
    }
}
