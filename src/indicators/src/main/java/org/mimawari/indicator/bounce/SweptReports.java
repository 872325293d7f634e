package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.indicator.outgoing.MessageIds;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.words.Dictionary;

/** Decides of a removal whether it swept delivery failures away, and whether that was somebody else than the owner. */
final class SweptReports {

    private final Outgoing outgoing;
    private final Duration atOnce;
    private final Map<String, Instant> arrivals = new HashMap<>();

    SweptReports(Outgoing outgoing, Duration atOnce) {
        this.outgoing = outgoing;
        this.atOnce = atOnce;
        for (NonDeliveryReport report : outgoing.evidence().nonDeliveryReports()) {
            report.messageId().ifPresent(id -> report.time()
                    .ifPresent(time -> arrivals.put(MessageIds.normalised(id), time)));
        }
    }

    /** True where it removed a report, and did so at once or from a place that is not the owner's. */
    boolean isSwept(MailRemoval removal) {
        List<MailRemoval.RemovedItem> items = items(removal).toList();
        if (items.isEmpty() || removal.time().isEmpty()) {
            return false;
        }
        return isByStranger(removal) || !isByOwner(removal) && items.stream().anyMatch(item -> isAtOnce(item, removal));
    }

    boolean isByStranger(MailRemoval removal) {
        Optional<IpAddress> address = removal.actor().ip().filter(ip -> !ip.isLocal());
        return address.isPresent() && removal.time().filter(time ->
                outgoing.habits().isNew(address.get(), time.minus(Duration.ofHours(24)))
                && !outgoing.habits().isHabitual(removal.actor(), time)).isPresent();
    }

    long reports(MailRemoval removal) {
        return items(removal).count();
    }

    Stream<String> subjects(MailRemoval removal) {
        return items(removal).flatMap(item -> item.subject().stream());
    }

    private boolean isByOwner(MailRemoval removal) {
        return removal.time().filter(time -> outgoing.habits().isHabitual(removal.actor(), time)).isPresent();
    }

    private Stream<MailRemoval.RemovedItem> items(MailRemoval removal) {
        return removal.items().stream().filter(item -> arrival(item).isPresent()
                || item.subject().filter(Dictionary.BOUNCE::hitsAny).isPresent());
    }

    private Optional<Instant> arrival(MailRemoval.RemovedItem item) {
        return item.messageId().map(MessageIds::normalised).map(arrivals::get);
    }

    private boolean isAtOnce(MailRemoval.RemovedItem item, MailRemoval removal) {
        return arrival(item).filter(came -> removal.time().filter(gone -> !gone.isBefore(came)
                && !gone.isAfter(came.plus(atOnce))).isPresent()).isPresent();
    }
}
