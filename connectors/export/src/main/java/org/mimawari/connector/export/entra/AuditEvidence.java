package org.mimawari.connector.export.entra;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

/**
 * The evidence in one directory audit record: the application of a consent, or a setting change for each topic, and
 * the alarm of a user who reports a sign-in that was not theirs.
 */
final class AuditEvidence {

    /** About the directory rather than the user they were done to: these are facts about who did them. */
    private static final Set<SettingTopic> OF_TENANT = EnumSet.of(SettingTopic.USER_CREATED, SettingTopic.GUEST_INVITED,
            SettingTopic.ROLE_GRANTED, SettingTopic.ROLE_REMOVED, SettingTopic.APP_CREDENTIAL_ADDED,
            SettingTopic.APP_CHANGED, SettingTopic.DOMAIN_CHANGED, SettingTopic.IDENTITY_PROVIDER_CHANGED,
            SettingTopic.POLICY_CHANGED, SettingTopic.DATA_EXPORT);

    private static final List<String> REPORTS = List.of("suspicious activity reported", "fraud reported",
            "user reported unusual sign-in event", "user reported suspicious activity");

    private final AuditRecord record;
    private final EvidenceRef ref;

    AuditEvidence(AuditRecord record, EvidenceRef ref) {
        this.record = record;
        this.ref = ref;
    }

    List<Evidence> all() {
        List<Evidence> found = new ArrayList<>();
        new AppGrant(record).app(origin(Optional.empty())).ifPresent(found::add);
        if (found.isEmpty()) {
            DirectoryActivity.topics(record).stream().sorted().forEach(topic -> found.add(change(topic)));
        }
        report().ifPresent(found::add);
        return found;
    }

    private SettingChange change(SettingTopic topic) {
        return new SettingChange(origin(mailbox(topic)), topic, record.activity(), target(topic), record.parameters(),
                record.succeeded(), record.actor());
    }

    private Optional<MailboxAddress> mailbox(SettingTopic topic) {
        Optional<MailboxAddress> actor = actor();
        if (OF_TENANT.contains(topic)) {
            return actor.isPresent() ? Optional.empty() : record.targetUser();
        }
        return record.targetUser().or(() -> topic == SettingTopic.OTHER ? Optional.empty() : actor);
    }

    private Optional<MailboxAddress> actor() {
        return record.actor().user().flatMap(MailboxAddress::findFull);
    }

    /** Devices by their name, so that the three records of one registration are seen as one device. */
    private Optional<String> target(SettingTopic topic) {
        Optional<String> device = record.target("Device").flatMap(target -> target.name().or(target::id))
                .or(() -> record.after("Device.DisplayName"));
        if (topic == SettingTopic.DEVICE_REGISTERED && device.isPresent()) {
            return device;
        }
        return record.targetUser().map(MailboxAddress::text).or(() -> record.detail("invitedUserEmailAddress"))
                .or(() -> record.targets().stream().flatMap(target -> target.name().or(target::id).stream())
                        .findFirst());
    }

    private Optional<ProviderAlert> report() {
        String activity = DirectoryActivity.normalised(record.activity());
        if (REPORTS.stream().noneMatch(activity::startsWith)) {
            return Optional.empty();
        }
        Actor actor = record.actor();
        return Optional.of(new ProviderAlert(origin(record.targetUser().or(this::actor)),
                ProviderAlert.Topic.RISKY_SIGN_IN, record.activity(), Optional.of("high"),
                Optional.of("reported by the user"), actor.ip()));
    }

    private Origin origin(Optional<MailboxAddress> mailbox) {
        return new Origin(mailbox, record.time(), ref);
    }
}
