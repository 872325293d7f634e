package org.mimawari.connector.export.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;

/**
 * Reads the audit logs of Google Workspace in JSON: answers of the Reports API, lists and lines of activities, rows of
 * the BigQuery export, entries of Cloud Logging; any mix of logs, in any order, with the same record any number of
 * times.
 */
public final class ActivityReader implements FormatReader {

    private static final Pattern LOG = Pattern.compile("\"(?:applicationName|record_type)\"\\s*:\\s*\"(?:"
            + "access_evaluation|access_transparency|admin|admin_data_action|assignments|calendar|chat|chrome|"
            + "classroom|cloud_search|contacts|context_aware_access|data_migration|data_studio|directory_sync|drive|gcp|"
            + "gemini_in_workspace_apps|gmail|gplus|graduation|groups|groups_enterprise|jamboard|keep|ldap|login|meet|"
            + "meet_hardware|mobile|profile|rules|saml|takeout|tasks|token|user_accounts|vault)\"");
    private static final Pattern SERVICE = Pattern.compile(
            "\"serviceName\"\\s*:\\s*\"(?:login|admin|oauth2|cloudidentity|accesscontextmanager)\\.googleapis\\.com\"");
    private static final List<String> LISTS = List.of("items", "activities");

    private final OwnDomains own;

    public ActivityReader(ExportSettings settings) {
        this.own = settings.ownDomains();
    }

    @Override
    public String format() {
        return "Google Workspace audit log";
    }

    @Override
    public String system() {
        return GOOGLE_WORKSPACE;
    }

    /** A page of the Reports API has 1,000. */
    @Override
    public Set<Long> limits() {
        return Set.of(1_000L, 100_000L);
    }

    @Override
    public int recognises(Preview preview) {
        String text = preview.text();
        if (!preview.looksLikeJson()) {
            return 0;
        }
        if (text.contains("admin#reports#activit")) {
            return 95;
        }
        boolean mail = text.contains("\"event_info\"") && text.contains("\"message_info\"");
        boolean cloud = text.contains("\"protoPayload\"") && SERVICE.matcher(text).find();
        return mail || cloud || LOG.matcher(text).find() ? 85 : 0;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        ActivitySession session = new ActivitySession(sink, own);
        SourceReading reading = new SourceReading(format(), sink);
        for (Source source : sources) {
            Records records = new Records(source.name(), session);
            Optional<String> broken = reading.read(source, records::readAll);
            records.coverage.report(source, format(), broken.or(records::more), sink);
        }
        session.finish();
    }

    /** The records of one source. */
    private static final class Records implements JsonFile.RecordReader {

        private final String source;
        private final ActivitySession session;
        private final ActivityCoverage coverage = new ActivityCoverage();
        private boolean more;

        Records(String source, ActivitySession session) {
            this.source = source;
            this.session = session;
        }

        void readAll(Source from) throws IOException {
            try (InputStream in = from.open()) {
                new JsonFile(this, this::reject).read(in);
            }
        }

        private void reject(long line, String why) {
            session.sink().reject(EvidenceRef.line(source, line), why);
        }

        @Override
        public void page(boolean follows) {
            more = follows;
        }

        Optional<String> more() {
            return more ? Optional.of(RecordFile.MORE_FOLLOWS) : Optional.empty();
        }

        @Override
        public void read(JsonParser parser, long line) throws IOException {
            Optional<JsonNode> tree = JsonTree.read(parser);
            if (tree.isEmpty()) {
                reject(line, "the record is too large");
            } else {
                unfold(tree.get(), line);
            }
        }

        /** A page of an answer holds a list; an answer without one is a page on which nothing happened. */
        private void unfold(JsonNode record, long line) {
            for (String name : LISTS) {
                if (record.path(name).isArray()) {
                    page(JsonTree.text(record, "nextPageToken").isPresent());
                    record.path(name).forEach(each -> take(each, line));
                    return;
                }
            }
            boolean emptyPage = JsonTree.text(record, "kind").filter("admin#reports#activities"::equals).isPresent();
            if (!emptyPage) {
                take(record, line);
            }
        }

        private void take(JsonNode record, long line) {
            Optional<Activity> activity = ActivityJson.read(record, EvidenceRef.line(source, line));
            if (activity.isEmpty()) {
                reject(line, "no activity: it has neither id nor events");
                return;
            }
            session.take(activity.get(), coverage);
        }
    }
}
