package org.mimawari.connector.export.microsoft;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.OnlyMailbox;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.Place;

/** Where a record was read, and who did it to whom: what all translations share. One for each source. */
final class AuditScene {

    private final String source;
    private final EvidenceSink sink;
    private final AuditTargets targets;
    private final OnlyMailbox only = new OnlyMailbox();
    private final AuditValues<MailboxAddress> mailboxes = new AuditValues<>(MailboxAddress::findFull);
    private final AuditValues<IpAddress> addresses = new AuditValues<>(IpAddress::find);

    AuditScene(String source, EvidenceSink sink, OwnDomains own) {
        this.source = source;
        this.sink = sink;
        this.targets = new AuditTargets(own);
    }

    void accept(Evidence piece) {
        only.saw(piece.mailbox());
        sink.accept(piece);
    }

    /** The mailboxes that the records are about; two stand for several. */
    Set<MailboxAddress> seenMailboxes() {
        return only.seen();
    }

    EvidenceSink sink() {
        return sink;
    }

    EvidenceRef line(long line) {
        return EvidenceRef.line(source, line);
    }

    Origin origin(AuditRecord record, Optional<MailboxAddress> mailbox) {
        Optional<Instant> time = Timestamps.find(record.text(AuditField.TIME));
        return new Origin(mailbox, time, EvidenceRef.line(source, record.line(), record.find(AuditField.ID)));
    }

    /** The account that acted, where it is named by its address. */
    Optional<MailboxAddress> user(AuditRecord record) {
        Optional<MailboxAddress> user = mailbox(record.text(AuditField.USER));
        if (user.isPresent() || isSystem(record)) {
            return user;
        }
        return record.properties(AuditField.ACTOR).stream().map(AuditProperty::value).map(this::mailbox)
                .flatMap(Optional::stream).findFirst().or(() -> mailbox(record.text(AuditField.USER_KEY)))
                .or(() -> ownerThere(record));
    }

    /** Mailbox audit logs name the owner's own deeds by the mailbox only. */
    private Optional<MailboxAddress> ownerThere(AuditRecord record) {
        boolean own = !record.has(AuditField.USER) && record.text(AuditField.LOGON_TYPE).equals("Owner");
        return own ? mailbox(record.text(AuditField.OWNER)) : Optional.empty();
    }

    /** The mailbox whose items are meant. */
    Optional<MailboxAddress> owner(AuditRecord record) {
        Optional<MailboxAddress> owner = mailbox(record.text(AuditField.OWNER));
        return owner.isPresent() ? owner : user(record);
    }

    /** The mailbox a cmdlet was run on; the actor's own where the record names no other. Empty if that is unreadable. */
    Optional<MailboxAddress> target(AuditRecord record, String... parameters) {
        Optional<MailboxAddress> user = user(record);
        return targets.find(record, user, parameters)
                .or(() -> AuditTargets.namesSomebody(record, parameters) ? Optional.empty() : user);
    }

    /** The mailbox an inbox rule belongs to; the actor's own where the record names no other. */
    Optional<MailboxAddress> ruleOwner(AuditRecord record) {
        Optional<MailboxAddress> user = user(record);
        return targets.findRuleOwner(record, user).or(() -> user.filter(
                any -> record.parameter("Mailbox").filter(text -> !text.isBlank()).isEmpty()));
    }

    /** The account a directory operation is about. */
    Optional<MailboxAddress> subject(AuditRecord record) {
        return mailbox(record.text(AuditField.OBJECT_ID))
                .or(() -> record.properties(AuditField.TARGET).stream().map(AuditProperty::value).map(this::mailbox)
                        .flatMap(Optional::stream).findFirst())
                .or(() -> user(record));
    }

    Optional<MailboxAddress> mailbox(String text) {
        return mailboxes.of(text);
    }

    Optional<IpAddress> ip(AuditRecord record) {
        Optional<IpAddress> ip = addresses.of(record.text(AuditField.CLIENT_IP));
        ip = ip.isPresent() ? ip : addresses.of(record.text(AuditField.CLIENT_IP_ADDRESS));
        return ip.isPresent() ? ip : addresses.of(record.text(AuditField.ACTOR_IP));
    }

    /** Somebody who changed something of a mailbox: its owner, or else an administrator. */
    Actor actor(AuditRecord record, Optional<MailboxAddress> mailbox) {
        Actor.Role role = isSystem(record) ? Actor.Role.SYSTEM
                : user(record).isEmpty() ? Actor.Role.UNKNOWN
                : user(record).equals(mailbox) ? Actor.Role.OWNER : Actor.Role.ADMIN;
        return actor(record, role);
    }

    /** Somebody who opened a mailbox, in the capacity that the record's logon type names. */
    Actor visitor(AuditRecord record) {
        return actor(record, switch (record.text(AuditField.LOGON_TYPE)) {
            case "0", "Owner" -> Actor.Role.OWNER;
            case "1", "Admin", "6", "DelegatedAdmin" -> Actor.Role.ADMIN;
            case "2", "Delegate", "Delegated" -> Actor.Role.DELEGATE;
            case "3", "4", "Transport", "SystemService" -> Actor.Role.SYSTEM;
            default -> isSystem(record) ? Actor.Role.SYSTEM : Actor.Role.UNKNOWN;
        });
    }

    boolean isSystem(AuditRecord record) {
        String user = record.text(AuditField.USER);
        boolean named = user.indexOf('@') > 0;
        if (!named && (user.regionMatches(true, 0, "NT AUTHORITY\\", 0, 13)
                || user.regionMatches(true, 0, "NT SERVICE\\", 0, 11))) {
            return true;
        }
        return switch (record.text(AuditField.USER_TYPE)) {
            case "3", "4", "7", "8", "DcAdmin", "System", "CustomPolicy", "SystemPolicy" -> true;
            default -> !named && record.text(AuditField.EXTERNAL_ACCESS).equalsIgnoreCase("true");
        };
    }

    private Actor actor(AuditRecord record, Actor.Role role) {
        Optional<String> user = user(record).map(MailboxAddress::text);
        return new Actor(user.isPresent() ? user : record.find(AuditField.USER), role, ip(record), Place.UNKNOWN,
                client(record), appId(record), record.find(AuditField.SESSION));
    }

    private static Optional<String> client(AuditRecord record) {
        Optional<String> client = record.find(AuditField.CLIENT);
        if (client.isPresent() || record.has(AuditField.USER_AGENT)) {
            return client.isPresent() ? client : record.find(AuditField.USER_AGENT);
        }
        String agent = record.property(AuditField.EXTENDED, "UserAgent");
        return agent.isEmpty() ? Optional.empty() : Optional.of(agent);
    }

    private static Optional<String> appId(AuditRecord record) {
        Optional<String> client = record.find(AuditField.CLIENT_APP_ID);
        return client.isPresent() ? client : record.find(AuditField.APP_ID);
    }
}
