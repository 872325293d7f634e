package org.mimawari.connector.export.microsoft;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.MailboxAddress;

/** Rights on a mailbox or one of its folders, given or taken by cmdlet or in Outlook. */
final class AuditDelegations {

    private AuditDelegations() {}

    /** {@code Add-MailboxPermission}, {@code Add-RecipientPermission}, {@code Add-MailboxFolderPermission}, … */
    static AuditTranslation cmdlet(Change verb) {
        return (record, scene) -> {
            if (record.failed()) {
                AuditSettings.failed(record, scene);
                return;
            }
            Optional<MailboxAddress> mailbox = scene.target(record, "Identity");
            String grantee = first(record, "User", "Trustee");
            scene.accept(new Delegation(scene.origin(record, mailbox), CmdletValue.recipient(grantee), rights(record),
                    folder(record), denies(record) ? Change.REMOVED : verb, scene.actor(record, mailbox)));
        };
    }

    /** {@code AddFolderPermissions} and its kin in mailbox auditing. */
    static AuditTranslation folder(Change verb) {
        return (record, scene) -> {
            if (record.failed()) {
                return;
            }
            Optional<MailboxAddress> mailbox = scene.owner(record);
            scene.accept(new Delegation(scene.origin(record, mailbox),
                    CmdletValue.recipient(record.text(AuditField.MEMBER)),
                    CmdletValue.list(record.text(AuditField.MEMBER_RIGHTS)),
                    record.find(AuditField.FOLDER).map(CmdletValue::folder), verb, scene.visitor(record)));
        };
    }

    private static String first(AuditRecord record, String... names) {
        for (String name : names) {
            Optional<String> value = record.parameter(name).filter(CmdletValue::isSet);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return "";
    }

    private static List<String> rights(AuditRecord record) {
        return CmdletValue.list(first(record, "AccessRights", "ExtendedRights"));
    }

    private static boolean denies(AuditRecord record) {
        return record.parameter("Deny").filter(CmdletValue::isTrue).isPresent();
    }

    /** {@code info@example.jp:\Calendar} names a folder, {@code info@example.jp} none. */
    private static Optional<String> folder(AuditRecord record) {
        return record.parameter("Identity").filter(identity -> identity.contains(":\\"))
                .map(CmdletValue::folder).filter(path -> !path.isEmpty());
    }
}
