package org.mimawari.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.Contribution;
import org.mimawari.incident.Incident;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.ScanResult;

/**
 * A mailbox with an incident worth showing, from level LOW, and the gravest of its incidents; or, without a mailbox, an
 * incident of the whole organisation.
 */
public record Affected(Optional<MailboxResult> mailbox, Incident gravest) {

    private static final Comparator<Incident> BY_GRAVITY = Comparator.comparingDouble(Incident::score).reversed()
            .thenComparing(Incident::id);
    private static final Comparator<Affected> GRAVEST_FIRST = Comparator
            .comparing((Affected each) -> each.level()).reversed()
            .thenComparing(Affected::gravest, BY_GRAVITY);

    /** The gravest first. */
    public static List<Affected> in(ScanResult result) {
        Map<String, Incident> byId = new HashMap<>();
        result.incidents().forEach(incident -> byId.put(incident.id(), incident));
        List<Affected> affected = new ArrayList<>();
        for (MailboxResult mailbox : result.mailboxes()) {
            mailbox.incidents().stream().flatMap(id -> Optional.ofNullable(byId.get(id)).stream()).min(BY_GRAVITY)
                    .ifPresent(gravest -> affected.add(new Affected(Optional.of(mailbox), gravest)));
        }
        result.incidents().stream().filter(incident -> incident.mailbox().isEmpty())
                .forEach(incident -> affected.add(new Affected(Optional.empty(), incident)));
        return affected.stream().filter(each -> each.level().isAtLeast(Level.LOW)).sorted(GRAVEST_FIRST).toList();
    }

    public Level level() {
        return mailbox.map(MailboxResult::level).orElse(gravest.level());
    }

    public Verdict verdict() {
        return mailbox.map(MailboxResult::verdict).orElseGet(() -> Verdict.of(gravest.level(), true));
    }

    public Optional<MailboxAddress> address() {
        return mailbox.map(MailboxResult::address);
    }

    /** The finding without which the score would fall most. */
    public Optional<Finding> strongest() {
        return gravest.breakdown().stream().findFirst().map(Contribution::finding);
    }
}
