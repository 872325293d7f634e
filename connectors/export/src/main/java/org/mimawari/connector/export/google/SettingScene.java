package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

/**
 * One setting of one mailbox as it was found, and where its evidence goes.
 *
 * @param mailbox whose setting it is; empty where nothing tells
 * @param labels names of the mailbox's labels by id, as far as known
 */
record SettingScene(
        Optional<MailboxAddress> mailbox, EvidenceRef ref, JsonNode setting, GmailLabels labels, EvidenceSink sink) {

    /** Counts the setting; true where it is new. */
    boolean admit(String kind) {
        return sink.admit(Fingerprint.of("google setting", kind, mailbox.map(MailboxAddress::text).orElse(""),
                setting.toString()));
    }

    void accept(Evidence piece) {
        sink.accept(piece);
    }

    Origin origin() {
        return origin(Optional.empty());
    }

    Origin origin(Optional<Instant> time) {
        return new Origin(mailbox, time, new EvidenceRef(ref.source(), ref.locator(), JsonTree.text(setting, "id")));
    }

    Optional<String> text(String... names) {
        return JsonTree.text(setting, names);
    }

    boolean isTrue(String... names) {
        return JsonTree.truth(setting, names).orElse(false);
    }

    /** A setting found as it is: nobody is known to have set it. */
    void change(SettingTopic topic, String operation, Optional<String> target, Optional<Instant> when,
            List<Parameter> parameters) {
        accept(new SettingChange(origin(when), topic, operation, target, parameters, true, Actor.UNKNOWN));
    }
}
