package org.mimawari.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;

/**
 * Which mailboxes appear in which mail system, and which source belongs to which. A log of one system says nothing about
 * a mailbox of another, so it must not make that one look clean. Bounded. Not safe for several threads.
 */
final class MailSystems {

    private static final int MOST_MAILBOXES = 500_000;

    private final Map<MailboxAddress, Set<String>> systems = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final Set<MailboxAddress> inCurrent = new HashSet<>();
    private final RecentMailboxes lately = new RecentMailboxes();
    private String current = "";

    void enter(String system) {
        current = system;
        inCurrent.clear();
        lately.forgetAll();
    }

    /** A guessed address that only failed to sign in lives in no system. */
    void see(Evidence evidence) {
        if (!Footprints.proves(evidence) || evidence.mailbox().isEmpty() || lately.isRemembered(evidence.mailbox().get())) {
            return;
        }
        if (!inCurrent.contains(evidence.mailbox().get())) {
            see(evidence.mailbox().get());
        }
        lately.remember(evidence.mailbox().get());
    }

    /** Takes what an earlier round saw in the mail system that was entered. */
    void restore(SourceFacts facts) {
        facts.names().stream().filter(name -> !inCurrent.contains(name)).forEach(this::see);
    }

    private void see(MailboxAddress mailbox) {
        Set<String> known = systems.get(mailbox);
        if (known == null && systems.size() < MOST_MAILBOXES) {
            known = new HashSet<>(2);
            systems.put(mailbox, known);
        }
        if (known != null) {
            known.add(current);
            inCurrent.add(mailbox);
        }
    }

    void see(Coverage piece) {
        sources.put(piece.source(), current);
    }

    /** The system a source belongs to. */
    String of(String source) {
        return sources.getOrDefault(source, "");
    }

    /** The systems a mailbox was seen in. */
    Set<String> of(MailboxAddress mailbox) {
        return systems.getOrDefault(mailbox, Set.of());
    }

    /** What was seen under another name belongs to the mailbox. */
    void join(MailboxAddress name, MailboxAddress mailbox) {
        Set<String> known = systems.getOrDefault(name, Set.of());
        if (!name.equals(mailbox) && !known.isEmpty()) {
            systems.computeIfAbsent(mailbox, any -> new HashSet<>(2)).addAll(known);
        }
    }

    /** True where what the source shows of its whole system holds for this mailbox too. */
    boolean reaches(String source, MailboxAddress mailbox) {
        Set<String> known = systems.getOrDefault(mailbox, Set.of());
        return known.isEmpty() || known.contains(sources.getOrDefault(source, ""));
    }
}
