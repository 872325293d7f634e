package org.mimawari.connector.export.google;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.Parameter;

/**
 * One record of the audit logs of Google Workspace, whatever shape it came in (Reports API, {@code Activity}).
 *
 * @param application the log it is from, in lower case: {@code login}, {@code admin}, {@code gmail} …; may be empty
 */
record Activity(
        EvidenceRef ref, String application, Optional<Instant> time, ActivityActor actor, List<ActivityEvent> events) {

    private static final Set<String> ACCOUNT_LOGS = Set.of("login", "user_accounts");

    Activity {
        events = List.copyOf(events);
    }

    /**
     * What tells it from all others. A change of an account stands in the login log and in the user accounts log, so
     * the log's name does not count for those two, nor does the qualifier, which each log gives by itself; a
     * verification and the sign-in it belongs to share one qualifier, so the names of the events do count.
     */
    long fingerprint() {
        boolean account = ACCOUNT_LOGS.contains(application);
        boolean inBoth = account && time.isPresent() && !events.isEmpty()
                && events.stream().allMatch(event -> AccountChanges.isInBothLogs(event.word()));
        Fingerprint print = new Fingerprint().add("google activity").add(account ? "account" : application)
                .add(time.map(Instant::toString).orElse("")).add(inBoth ? "" : ref.recordId().orElse(""))
                .add(actor.name().orElse(""));
        if (ref.recordId().isEmpty()) {
            print.add(actor.ip().map(Object::toString).orElse(""));
        }
        events.stream().map(Activity::print).sorted().forEach(print::add);
        return print.value();
    }

    private static Long print(ActivityEvent event) {
        Fingerprint print = new Fingerprint().add(event.word());
        event.parameters().list().stream().map(Activity::line).sorted().forEach(print::add);
        for (String tree : List.of("event_info", "message_info")) {
            print.add(event.parameters().tree(tree).toString());
        }
        return print.value();
    }

    private static String line(Parameter parameter) {
        return parameter.name() + "=" + parameter.value();
    }
}
