package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.connector.export.microsoft.CmdletValue;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Parameter;

/** Mailboxes as {@code Get-Mailbox}, {@code Get-CASMailbox} and Graph's user list describe them. */
final class Mailboxes {

    private static final List<String> FORWARDING = List.of("ForwardingSmtpAddress", "ForwardingAddress");
    private static final List<String> SWITCHES = List.of("AuditEnabled", "HiddenFromAddressListsEnabled",
            "AccountDisabled", "LitigationHoldEnabled", "SingleItemRecoveryEnabled", "AuditLogAgeLimit",
            "MessageCopyForSentAsEnabled", "MessageCopyForSendOnBehalfEnabled", "SmtpClientAuthenticationDisabled",
            "ImapEnabled", "PopEnabled", "OWAEnabled", "MAPIEnabled", "ActiveSyncEnabled", "EwsEnabled",
            "ImapUseProtocolDefaults", "ActiveSyncDebugLogging", "OneWinNativeOutlookEnabled", "RetainDeletedItemsFor",
            "RecipientTypeDetails", "IsShared", "accountEnabled", "userType", "lastPasswordChangeDateTime",
            "createdDateTime", "WhenMailboxCreated", "WhenCreatedUTC");

    private static final int MOST_REPORTED = 500;
    private static final String INBOX = "InboxUsers";
    private static final Map<String, String> REPORTED = new TreeMap<>(Map.of("FullAccessUsers", "FullAccess",
            "SendAsUsers", "SendAs", "SendOnBehalfUsers", "SendOnBehalf", INBOX, "Reviewer"));

    private Mailboxes() {}

    static List<Evidence> ofMailbox(Snapshot snapshot) {
        CmdletObject object = snapshot.object();
        List<Evidence> found = new ArrayList<>();
        List<String> addresses = new ArrayList<>(object.proxyAddresses("EmailAddresses"));
        object.find("UserPrincipalName").ifPresent(addresses::add);
        found.add(profile(snapshot, kind(object.find("RecipientTypeDetails").orElse(""), object.isTrue("IsShared")),
                object.find("DisplayName"), aliases(addresses, snapshot.mailbox())));
        Optional<Boolean> keepsCopy = object.find("DeliverToMailboxAndForward").map(CmdletValue::isTrue);
        for (String field : FORWARDING) {
            object.find(field).ifPresent(raw -> found.add(new ForwardingSetting(snapshot.origin(),
                    target(raw, snapshot.directory()), field, keepsCopy, true, true, Change.PRESENT, Actor.UNKNOWN)));
        }
        for (String grantee : object.recipients("GrantSendOnBehalfTo")) {
            String known = snapshot.directory().mailbox(grantee).map(MailboxAddress::text).orElse(grantee);
            found.add(new Delegation(snapshot.origin(), known, List.of("SendOnBehalf"), Optional.empty(),
                    Change.PRESENT, Actor.UNKNOWN));
        }
        REPORTED.forEach((column, right) -> reported(snapshot, column, right).forEach(found::add));
        return found;
    }

    /** Reports list who may, with the address in brackets: {@code Ito (ito@example.jp); Abe (abe@example.jp)}. */
    private static List<Delegation> reported(Snapshot snapshot, String column, String right) {
        return snapshot.fields().find(column).stream().flatMap(text -> Arrays.stream(text.split(";", MOST_REPORTED)))
                .map(each -> {
                    int open = each.lastIndexOf('(');
                    int close = each.indexOf(')', Math.max(0, open));
                    return open >= 0 && close > open ? each.substring(open + 1, close) : each.strip();
                }).filter(grantee -> !grantee.isBlank())
                .map(grantee -> new Delegation(snapshot.origin(), grantee, List.of(right),
                        column.equals(INBOX) ? Optional.of("Inbox") : Optional.empty(), Change.PRESENT, Actor.UNKNOWN))
                .toList();
    }

    static List<Evidence> ofClientAccess(Snapshot snapshot) {
        return List.of(profile(snapshot, MailboxKind.UNKNOWN, snapshot.object().find("DisplayName"), List.of()));
    }

    /** A user of Graph; guests have no mailbox here. */
    static List<Evidence> ofUser(Snapshot snapshot) {
        Tree fields = snapshot.fields();
        boolean guest = fields.find("userType").filter("guest"::equalsIgnoreCase).isPresent()
                || fields.find("userPrincipalName").filter(name -> name.contains("#EXT#")).isPresent();
        Optional<MailboxAddress> address = Directory.address(fields);
        if (guest || address.isEmpty()) {
            return List.of();
        }
        Snapshot own = new Snapshot(snapshot.type(), fields, Tree.NONE, address, snapshot.ref(), snapshot.directory());
        List<String> addresses = new ArrayList<>(fields.at("proxyAddresses").texts());
        fields.find("userPrincipalName").ifPresent(addresses::add);
        return List.of(profile(own, MailboxKind.UNKNOWN, fields.find("displayName"), aliases(addresses, address)));
    }

    private static MailboxProfile profile(Snapshot snapshot, MailboxKind kind, Optional<String> name,
            List<MailboxAddress> aliases) {
        CmdletObject object = snapshot.object();
        List<Parameter> switches = new ArrayList<>();
        for (String each : SWITCHES) {
            object.find(each).ifPresent(value -> switches.add(new Parameter(each, value)));
        }
        return new MailboxProfile(snapshot.origin(), kind, name, aliases, switches);
    }

    private static List<MailboxAddress> aliases(List<String> addresses, Optional<MailboxAddress> main) {
        return addresses.stream().filter(text -> text.regionMatches(true, 0, "smtp:", 0, 5) || text.indexOf(':') < 0)
                .flatMap(text -> MailboxAddress.findFull(text).stream()).filter(each -> !main.equals(Optional.of(each)))
                .distinct().sorted().toList();
    }

    /** {@code ForwardingAddress} names an object of the directory: a contact or another mailbox. */
    private static String target(String raw, Directory directory) {
        String text = CmdletValue.recipient(raw);
        return directory.mailbox(raw).or(() -> directory.mailbox(text)).map(MailboxAddress::text)
                .orElse(text.toLowerCase(Locale.ROOT).startsWith("smtp:") ? text.substring(5) : text);
    }

    /** By name, or by number as a local Exchange shell writes enumerations. */
    private static MailboxKind kind(String details, boolean shared) {
        String text = details.toLowerCase(Locale.ROOT);
        if (shared || text.contains("sharedmailbox") || text.equals("4") || text.contains("groupmailbox")
                || text.contains("teammailbox")) {
            return MailboxKind.SHARED;
        }
        if (text.contains("roommailbox") || text.contains("equipmentmailbox") || text.contains("schedulingmailbox")
                || text.equals("16") || text.equals("32")) {
            return MailboxKind.ROBOT;
        }
        boolean user = text.equals("usermailbox") || text.equals("1") || text.equals("linkedmailbox")
                || text.equals("legacymailbox");
        return user ? MailboxKind.PERSON : MailboxKind.UNKNOWN;
    }
}
