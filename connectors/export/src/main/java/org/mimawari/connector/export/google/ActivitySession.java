package org.mimawari.connector.export.google;

import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.OwnDomains;

/** What is known across the events of all sources read together. Not safe for several threads. */
final class ActivitySession {

    private final EvidenceSink sink;
    private final OwnDomains own;
    private final SpuriousFailures failures;
    private final FileBursts bursts;
    private final SeenMessages messages = new SeenMessages();

    ActivitySession(EvidenceSink sink, OwnDomains own) {
        this.sink = sink;
        this.own = own;
        this.failures = new SpuriousFailures(sink);
        this.bursts = new FileBursts(sink);
    }

    EvidenceSink sink() {
        return sink;
    }

    OwnDomains own() {
        return own;
    }

    SpuriousFailures failures() {
        return failures;
    }

    FileBursts bursts() {
        return bursts;
    }

    SeenMessages messages() {
        return messages;
    }

    /** Counts one activity and, where it is new, gives its evidence. */
    void take(Activity activity, ActivityCoverage coverage) {
        coverage.saw(activity);
        if (sink.admit(activity.fingerprint())) {
            activity.events().forEach(event -> ActivityTranslations.translate(new Scene(activity, event, this)));
        }
    }

    /** Gives what could only be judged after everything was read. */
    void finish() {
        failures.finish();
        bursts.finish();
    }
}
