package org.mimawari.connector.export.mail;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.message.FolderNames;

/**
 * Gathers which folders of which mailboxes were read, and reports each once: a Sent folder shows sent messages, any other
 * shows what came in. At most 20,000 folders are told apart.
 */
final class MailCoverage {

    private static final int MOST = 20_000;
    private static final String NOBODY = "";
    private static final Set<EvidenceKind> SENT = EnumSet.of(EvidenceKind.SENT_MESSAGE);
    private static final Set<EvidenceKind> RECEIVED = EnumSet.of(EvidenceKind.RECEIVED_MESSAGE,
            EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.FEEDBACK_REPORT);
    private static final String WHOSE = "whose mail it is cannot be told: name the mailbox, or its folder after its address";

    /** A kind of evidence of one mailbox in one folder. */
    private record Shown(String place, String owner, EvidenceKind kind) {}

    /** How much there was, and over which time. */
    private static final class Count {
        private long messages;
        private TimeRange when = TimeRange.UNKNOWN;

        private void add(Evidence evidence) {
            messages++;
            when = evidence.time().map(time -> when.including(TimeRange.at(time))).orElse(when);
        }
    }

    private final String format;
    private final Map<String, Map<String, Set<EvidenceKind>>> places = new TreeMap<>();
    private final Map<Shown, Count> counts = new HashMap<>();
    private final Map<String, String> broken = new TreeMap<>();
    private int size;

    MailCoverage(String format) {
        this.format = format;
    }

    /** A message of this mailbox was read there. */
    void saw(String place, Optional<MailboxAddress> owner, FolderNames.Role role) {
        Set<EvidenceKind> kinds = role == FolderNames.Role.SENT ? SENT : role == FolderNames.Role.RECEIVED ? RECEIVED
                : EnumSet.noneOf(EvidenceKind.class);
        String name = owner.map(MailboxAddress::text).orElse(NOBODY);
        Map<String, Set<EvidenceKind>> owners = places.computeIfAbsent(place, any -> new TreeMap<>());
        if (owners.containsKey(name) || size < MOST) {
            size += owners.containsKey(name) ? 0 : 1;
            owners.computeIfAbsent(name, any -> EnumSet.noneOf(EvidenceKind.class)).addAll(kinds);
        }
    }

    /** Counts a piece of evidence from there: its own source is the file of one message, not the folder. */
    void count(String place, Optional<MailboxAddress> owner, Evidence evidence) {
        String name = owner.map(MailboxAddress::text).orElse(NOBODY);
        if (places.getOrDefault(place, Map.of()).containsKey(name)) {
            counts.computeIfAbsent(new Shown(place, name, evidence.kind()), any -> new Count()).add(evidence);
        }
    }

    /** The folder was read only in part. */
    void broke(String place, String why) {
        broken.putIfAbsent(place, why);
    }

    void report(EvidenceSink sink) {
        places.forEach((place, owners) -> owners.forEach((owner, kinds) -> {
            if (!owner.equals(NOBODY)) {
                kinds.forEach(kind -> sink.cover(known(place, owner, kind)));
            } else if (owners.size() == 1) {
                kinds.forEach(kind -> sink.cover(unknown(place, kind)));
            }
        }));
    }

    private Coverage known(String place, String owner, EvidenceKind kind) {
        Optional<String> why = Optional.ofNullable(broken.get(place));
        Count count = counts.getOrDefault(new Shown(place, owner, kind), new Count());
        return new Coverage(place, format, kind, Optional.of(new MailboxAddress(owner)),
                why.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED, why, count.when.from(),
                count.when.to(), count.messages);
    }

    private Coverage unknown(String place, EvidenceKind kind) {
        return new Coverage(place, format, kind, Optional.empty(), Coverage.State.NOT_COLLECTED, Optional.of(WHOSE),
                Optional.empty(), Optional.empty(), 0);
    }
}
