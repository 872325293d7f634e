package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.microsoft.CmdletValue;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;

/**
 * Rights on mailboxes and folders as {@code Get-MailboxPermission}, {@code Get-RecipientPermission} and
 * {@code Get-MailboxFolderPermission} list them, without the owner's own, inherited and denied ones.
 */
final class Permissions {

    private static final Set<String> NOBODY = Set.of("none", "availabilityonly", "limiteddetails");

    private Permissions() {}

    static List<Evidence> translate(Snapshot snapshot) {
        CmdletObject object = snapshot.object();
        String grantee = grantee(object);
        List<String> rights = object.list("AccessRights").stream().map(Permissions::right)
                .filter(right -> !NOBODY.contains(right.toLowerCase(Locale.ROOT))).toList();
        if (grantee.isEmpty() || rights.isEmpty() || isOwnOrInherited(object, grantee)) {
            return List.of();
        }
        String known = snapshot.directory().mailbox(grantee).map(MailboxAddress::text).orElse(grantee);
        if (snapshot.mailbox().filter(owner -> owner.text().equalsIgnoreCase(known)).isPresent()) {
            return List.of();
        }
        return List.of(new Delegation(snapshot.origin(), known, rights, folder(snapshot), Change.PRESENT,
                Actor.UNKNOWN));
    }

    /** Folder permissions name the user in an object of its own. */
    private static String grantee(CmdletObject object) {
        Tree user = object.fields().at("User", "Trustee");
        Optional<String> address = user.at("ADRecipient", "RecipientPrincipal").find("PrimarySmtpAddress");
        return CmdletValue.recipient(address.or(() -> object.find("User", "Trustee")).orElse(""));
    }

    private static boolean isOwnOrInherited(CmdletObject object, String grantee) {
        String name = grantee.toUpperCase(Locale.ROOT);
        boolean system = name.startsWith("NT AUTHORITY\\") || name.startsWith("NT-AUTORITÄT\\")
                || name.startsWith("AUTORITE NT\\") || name.equals("S-1-5-10") || name.startsWith("NT SERVICE\\");
        return system || object.isTrue("IsInherited") || object.isTrue("Deny")
                || object.find("AccessControlType").filter("Deny"::equalsIgnoreCase).isPresent();
    }

    /** A local shell writes the enumeration's numbers. */
    private static String right(String text) {
        return switch (text) {
            case "1" -> "FullAccess";
            case "131072" -> "ReadPermission";
            default -> text;
        };
    }

    private static Optional<String> folder(Snapshot snapshot) {
        if (snapshot.type() != SettingType.FOLDER_PERMISSION) {
            return Optional.empty();
        }
        return snapshot.object().find("Identity").filter(identity -> identity.contains(":\\"))
                .map(CmdletValue::folder).filter(path -> !path.isEmpty())
                .or(() -> snapshot.object().find("FolderName", "FolderPath").map(CmdletValue::folder));
    }
}
