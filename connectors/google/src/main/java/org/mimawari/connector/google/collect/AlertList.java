package org.mimawari.connector.google.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.google.api.Listing;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.ServiceException;
import org.mimawari.live.StateList;

/** What the Alert Center says about accounts and mail (Alert Center API, {@code Alert}). */
final class AlertList {

    private static final String SOURCE = Round.ROOT + "alerts";
    private static final int PAGE = 100;
    /** Beginnings of what an alert's type says, the more telling first. */
    private static final List<Map.Entry<String, Topic>> TOPICS = List.of(
            Map.entry("leaked password", Topic.PASSWORD_LEAKED),
            Map.entry("user suspended for spam", Topic.SENDING_RESTRICTED),
            Map.entry("user suspended (spam", Topic.SENDING_RESTRICTED),
            Map.entry("user suspended", Topic.ACCOUNT_HIJACKED),
            Map.entry("suspicious", Topic.BLOCKED_SIGN_IN),
            Map.entry("government", Topic.RISKY_USER),
            Map.entry("malware", Topic.MALWARE),
            Map.entry("phishing", Topic.SUSPICIOUS_MAIL),
            Map.entry("user reported", Topic.SUSPICIOUS_MAIL),
            Map.entry("user-reported", Topic.SUSPICIOUS_MAIL),
            Map.entry("activity rule", Topic.RULE_TRIGGERED));

    private final Round round;

    AlertList(Round round) {
        this.round = round;
    }

    void read() throws InterruptedException {
        HeldSink held = new HeldSink();
        Optional<ServiceException> failure = round.list("alerts").read(page ->
                round.client().calls().alerts(round.since(), page, PAGE), Listing.Records.ofTrees(alert -> take(alert, held)));
        new StateList(round.reading(), SOURCE, "Google Workspace Alert Center", EvidenceKind.PROVIDER_ALERT, Optional.empty())
                .settle(held, failure.map(why -> Missed.of(round.explained(Kind.ALERTS, why), !held.isEmpty())));
    }

    private static void take(Tree alert, EvidenceSink sink) {
        Optional<String> id = alert.find("alertId");
        EvidenceRef ref = new EvidenceRef(SOURCE, id.map(known -> "record:" + known).orElse("record"), id);
        if (id.isEmpty()) {
            sink.reject(ref, "not an alert");
        } else if (sink.admit(Fingerprint.of("google alert", id.get(), alert.find("updateTime").orElse("")))) {
            sink.accept(alert(alert, ref));
        }
    }

    private static ProviderAlert alert(Tree alert, EvidenceRef ref) {
        Tree data = alert.at("data");
        String type = alert.find("type").orElse("alert");
        Optional<MailboxAddress> whose = data.find("email").or(() ->
                data.at("mailbox").find("email")).flatMap(MailboxAddress::findFull);
        return new ProviderAlert(new Origin(whose, alert.find("startTime", "createTime").flatMap(AlertList::time), ref),
                topic(type), type, alert.at("metadata").find("severity").map(word -> word.toLowerCase(Locale.ROOT)),
                alert.find("source"), data.at("loginDetails").find("ipAddress").flatMap(IpAddress::find));
    }

    private static Topic topic(String type) {
        String words = type.toLowerCase(Locale.ROOT);
        return TOPICS.stream().filter(topic -> words.contains(topic.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(Topic.OTHER);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
