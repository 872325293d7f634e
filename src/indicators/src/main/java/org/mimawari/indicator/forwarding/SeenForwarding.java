package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.OutsideTargets;

/**
 * One outside address the whole mailbox is or was forwarded to, however often the setting was seen.
 *
 * @param setting the dated record where there is one
 * @param sightings everything that shows it, in order of time
 */
record SeenForwarding(MailboxAddress target, ForwardingSetting setting, List<ForwardingSetting> sightings) {

    SeenForwarding {
        sightings = List.copyOf(sightings);
    }

    /** The forwardings of a mailbox to outside addresses, each address once. Linear in the records. */
    static List<SeenForwarding> of(MailboxEvidence evidence, OutsideTargets outside) {
        Map<MailboxAddress, List<ForwardingSetting>> byTarget = new LinkedHashMap<>();
        for (ForwardingSetting setting : evidence.forwarding()) {
            for (MailboxAddress target : outside.in(setting.target(), evidence.mailbox())) {
                byTarget.computeIfAbsent(target, any -> new ArrayList<>()).add(setting);
            }
        }
        List<SeenForwarding> seen = new ArrayList<>();
        byTarget.forEach((target, settings) -> seen.add(new SeenForwarding(target, first(settings), settings)));
        return seen;
    }

    private static ForwardingSetting first(List<ForwardingSetting> settings) {
        return settings.stream().filter(each -> each.time().isPresent()).findFirst().orElse(settings.get(0));
    }

    /** Says so where it was set for a mailbox that no record names readably: it is filed with whoever set it. */
    static Reason whose(Reason reason, List<ForwardingSetting> sightings) {
        return sightings.stream().allMatch(each -> each.mailbox().isEmpty()) ? reason.andText("whose", "unknown") : reason;
    }

    TimeRange when() {
        return TimeRange.of(sightings);
    }

    boolean isUndated() {
        return Outflow.isUndated(sightings);
    }

    boolean everEnabled() {
        return sightings.stream().anyMatch(each -> each.enabled() && !each.change().ends());
    }

    boolean everConfirmed() {
        return sightings.stream().anyMatch(ForwardingSetting::confirmed);
    }

    /** False as soon as one record says that no copy stays; empty where none says. */
    Optional<Boolean> keepsCopy() {
        List<Boolean> said = sightings.stream().filter(each -> !each.change().ends())
                .flatMap(each -> each.keepsCopy().stream()).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(!said.contains(false));
    }
}
