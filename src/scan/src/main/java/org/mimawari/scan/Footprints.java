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
        if (proves(evidence)) {
            evidence.mailbox().ifPresent(footprint::names);
        }
        if (isUnattended(evidence) && unattended.size() < MOST_UNATTENDED) {
            evidence.mailbox().ifPresent(unattended::add);
        }
    }

    void pass(String source, Optional<MailboxAddress> mailbox, Instant time) {
        Footprint footprint = footprint(source);
        footprint.on(time);
        mailbox.ifPresent(footprint::names);
    }

    /** Takes what an earlier round saw of a source. */
    void restore(String source, SourceFacts facts) {
        if (sources.size() < MOST_SOURCES || sources.containsKey(source)) {
            Footprint footprint = sources.computeIfAbsent(source, any -> new Footprint());
            footprint.add(facts.footprint());
            facts.names().forEach(footprint::names);
            facts.mentioned().forEach(footprint::names);
        }
        facts.unattended().stream().limit(MOST_UNATTENDED - unattended.size()).forEach(unattended::add);
    }

    /** A guessed address that only failed to sign in need not exist. */
    static boolean proves(Evidence evidence) {
        return !(evidence instanceof SignIn signIn) || signIn.passwordRight();
    }

    /** True for a mailbox of which the mail system says that no person signs in to it. */
    static boolean isUnattended(Evidence evidence) {
        return evidence instanceof MailboxProfile profile && UNATTENDED.contains(profile.mailboxKind());
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
