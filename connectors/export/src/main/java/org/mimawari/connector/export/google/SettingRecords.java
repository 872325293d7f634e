package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/**
 * Finds the settings in what Google's interfaces answer: a list of one kind, a single setting, or an object that
 * gathers several kinds of one or of many mailboxes.
 */
final class SettingRecords {

    private static final String[] OWNERS = {"user", "User", "userEmail", "user_email", "primaryEmail", "mailbox",
            "userId",
            "userKey", "owner", "account", "email"};
    private static final int DEEPEST = 6;

    /** Where a setting was found: whose it is and what is known beside it. */
    private record Spot(Optional<MailboxAddress> mailbox, GmailLabels labels, long line) {

        Spot of(JsonNode setting) {
            return new Spot(owner(setting, mailbox), labels, line);
        }
    }

    private final Source source;
    private final Optional<MailboxAddress> loose;
    private final EvidenceSink sink;
    private final SettingCoverage coverage = new SettingCoverage();

    SettingRecords(Source source, Optional<MailboxAddress> mailbox, EvidenceSink sink) {
        this.source = source;
        this.loose = source.owner().or(() -> NamedMailbox.in(source.name())).or(() -> mailbox);
        this.sink = sink;
    }

    SettingCoverage coverage() {
        return coverage;
    }

    void reject(long line, String why) {
        sink.reject(EvidenceRef.line(source.name(), line), why);
    }

    /** Takes everything in the record; a record with nothing in it that is known is rejected. */
    void take(JsonNode record, long line) {
        if (record.isEmpty()) {
            sink.admit(Fingerprint.of("empty google answer", source.name(), Long.toString(line)));
        } else if (!unfold(record, owner(record, loose), line, 0)) {
            reject(line, "no setting of Google Workspace is in it");
        }
    }

    /** Takes one setting whose kind and mailbox are known. */
    void take(SettingKind kind, JsonNode setting, Optional<MailboxAddress> mailbox, long line) {
        take(kind, setting, new Spot(mailbox, GmailLabels.UNKNOWN, line));
    }

    Optional<MailboxAddress> loose() {
        return loose;
    }

    private void take(SettingKind kind, JsonNode setting, Spot spot) {
        coverage.saw(kind, spot.mailbox());
        kind.translate(new SettingScene(spot.mailbox(), EvidenceRef.line(source.name(), spot.line()), setting,
                spot.labels(), sink));
    }

    private boolean unfold(JsonNode node, Optional<MailboxAddress> mailbox, long line, int depth) {
        Optional<SettingKind> single = SettingKind.of(node);
        Spot spot = new Spot(mailbox, GmailLabels.of(node.path("labels")), line);
        boolean found = false;
        for (SettingKind kind : SettingKind.values()) {
            for (String name : kind.lists()) {
                found |= gathered(kind, node.path(name), spot);
            }
        }
        if (found || single.isPresent()) {
            single.ifPresent(kind -> take(kind, node, spot));
            return true;
        }
        return depth < DEEPEST && inner(node, mailbox, line, depth);
    }

    private boolean gathered(SettingKind kind, JsonNode value, Spot spot) {
        if (value.isArray()) {
            coverage.saw(kind, spot.mailbox());
            value.forEach(each -> take(kind, each, spot.of(each)));
            return true;
        }
        return value.isObject() && listed(kind, value, spot);
    }

    /** {@code filters: {filter: […]}} holds a list, any other object is one setting. */
    private boolean listed(SettingKind kind, JsonNode value, Spot spot) {
        for (String name : kind.lists()) {
            if (value.path(name).isArray()) {
                return gathered(kind, value.path(name), spot);
            }
        }
        if (value.isEmpty()) {
            coverage.saw(kind, spot.mailbox());
        } else {
            take(kind, value, spot);
        }
        return true;
    }

    /** {@code {"alice@example.jp": {…}}}, {@code {"settings": {…}}} and lists of such. */
    private boolean inner(JsonNode node, Optional<MailboxAddress> mailbox, long line, int depth) {
        boolean found = false;
        if (node.isArray()) {
            for (JsonNode each : node) {
                found |= each.isContainerNode() && unfold(each, owner(each, mailbox), line, depth + 1);
            }
            return found;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            Optional<MailboxAddress> key = MailboxAddress.findFull(field.getKey());
            if (value.isContainerNode()) {
                found |= unfold(value, owner(value, key.or(() -> mailbox)), line, depth + 1);
            }
        }
        return found;
    }

    static Optional<MailboxAddress> owner(JsonNode node, Optional<MailboxAddress> otherwise) {
        for (String name : OWNERS) {
            Optional<MailboxAddress> owner = JsonTree.text(node, name).flatMap(MailboxAddress::findFull);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return otherwise;
    }
}
