package org.mimawari.connector.export.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;

/**
 * Translates what the Reports API answers about one audit log, activity by activity. Whatever an activity holds, it passes
 * exactly once through {@code admit} or {@code reject} of the sink. What can be judged only beside other activities is kept
 * until {@link #settle}. Not safe for several threads.
 */
public final class ActivityAnswers {

    private final String log;
    private final String source;
    private final ActivitySink sink;
    private final ActivitySession session;
    private final ActivityCoverage coverage = new ActivityCoverage();
    private long number;

    /**
     * @param log the application by the name the Reports API has for it, such as {@code login}
     * @param source how reports cite the log
     */
    public ActivityAnswers(String log, String source, OwnDomains own, EvidenceSink sink) {
        this.log = log;
        this.source = source;
        this.sink = new ActivitySink(sink, log.equals("login"));
        this.session = new ActivitySession(this.sink, own);
        coverage.saw(log);
    }

    /** Translates the activity the parser stands on; the parser is then at its end. */
    public void take(JsonParser parser) throws IOException {
        Optional<JsonNode> tree = JsonTree.read(parser);
        EvidenceRef line = EvidenceRef.line(source, ++number);
        Optional<Activity> activity = tree.filter(JsonNode::isObject).flatMap(record -> ActivityJson.read(record, line));
        if (tree.isEmpty()) {
            sink.reject(line, "the activity is too large");
        } else if (activity.isEmpty()) {
            sink.reject(line, "no activity: it has neither id nor events");
        } else if (activity.get().time().isEmpty()) {
            sink.reject(activity.get().ref(), "the activity has no readable time");
        } else {
            take(activity.get());
        }
    }

    private void take(Activity activity) {
        EvidenceRef ref = new EvidenceRef(source, activity.ref().recordId().map(id -> "record:" + id)
                .orElse(activity.ref().locator()), activity.ref().recordId());
        Activity named = new Activity(ref, activity.application().isEmpty() ? log : activity.application(),
                activity.time(), activity.actor(), activity.events());
        sink.next(ref);
        session.take(named, coverage);
        if (sink.isFull()) {
            settle();
        }
    }

    /** How many activities came, whatever they held. */
    public long records() {
        return number;
    }

    /** Gives what could be judged only beside other activities: a stretch of time was read to its end. */
    public void settle() {
        if (sink.holds()) {
            session.finish();
            sink.deliver();
        }
    }

    /** Nothing follows. */
    public void finish() {
        settle();
        sink.late();
        session.finish();
    }

    /** What the log shows as it is. */
    public Set<EvidenceKind> shows() {
        return coverage.whole();
    }

    /** What the log shows only as it changes. */
    public Set<EvidenceKind> showsChanges() {
        return coverage.changes();
    }

    /** How the log is called in reports. */
    public String title() {
        return ActivityCoverage.title("Google Workspace audit log " + log, log.equals("login"));
    }
}
