package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.MailboxAddress;

/**
 * Whose mailbox an object is about: its own columns, the fields around the list it stands in, the user in the
 * {@code @odata.context}, the folder or name of the file, in this order.
 */
final class SettingOwner {

    private static final List<String> ADDRESSES = List.of("Mailbox", "MailboxAddress", "MailboxUPN",
            "UserPrincipalName", "PrimarySmtpAddress", "MailboxPrimarySmtpAddress", "WindowsEmailAddress", "EmailAddress",
            "Owner", "UPN");
    private static final List<String> NAMES = List.of("MailboxOwnerId", "Mailbox", "MailboxIdentity", "Identity",
            "Owner", "ObjectId");
    private static final List<String> AROUND = List.of("mailbox", "userPrincipalName", "user", "upn", "mail", "owner",
            "userId", "mailboxAddress", "primarySmtpAddress", "id");

    private final Directory directory;
    private final Source source;

    SettingOwner(Directory directory, Source source) {
        this.directory = directory;
        this.source = source;
    }

    Optional<MailboxAddress> of(SettingType type, Tree fields, Tree around) {
        boolean folder = type == SettingType.FOLDER_PERMISSION;
        Optional<MailboxAddress> own = folder ? ownFolder(fields) : own(fields);
        return own.or(() -> around(around)).or(() -> context(fields)).or(source::owner).or(this::fileName)
                .or(() -> folder ? Optional.empty() : alias(fields));
    }

    /** There {@code Identity} is the user who has the right, unless it is the path of the folder. */
    private Optional<MailboxAddress> ownFolder(Tree fields) {
        boolean path = fields.find("Identity").filter(identity -> identity.contains(":\\")).isPresent();
        return own(path ? fields : Tree.object(fields.fields().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Identity")).toList()));
    }

    private Optional<MailboxAddress> own(Tree fields) {
        CmdletObject object = new CmdletObject(fields);
        for (String name : ADDRESSES) {
            Optional<MailboxAddress> address = object.find(name).flatMap(MailboxAddress::findFull);
            if (address.isPresent()) {
                return address.map(this::main);
            }
        }
        for (String name : NAMES) {
            Optional<MailboxAddress> known = object.find(name).flatMap(this::named);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** The mailbox in {@code info@example.jp\8233}, {@code Info:\Calendar} or {@code example.jp/Users/Info}. */
    private Optional<MailboxAddress> named(String identity) {
        Optional<MailboxAddress> whole = directory.mailbox(identity);
        String head = head(identity);
        return whole.or(() -> directory.mailbox(head))
                .or(() -> directory.mailbox(head.substring(head.lastIndexOf('/') + 1)))
                .or(() -> MailboxAddress.findFull(head).map(this::main));
    }

    private static String head(String identity) {
        int colon = identity.indexOf(":\\");
        int slash = identity.indexOf('\\');
        int end = colon >= 0 ? colon : slash;
        return (end > 0 ? identity.substring(0, end) : identity).strip();
    }

    private MailboxAddress main(MailboxAddress address) {
        return directory.mailbox(address.text()).orElse(address);
    }

    private Optional<MailboxAddress> around(Tree around) {
        for (String name : AROUND) {
            Optional<String> text = around.find(name);
            Optional<MailboxAddress> found = text.flatMap(directory::mailbox)
                    .or(() -> text.flatMap(MailboxAddress::findFull).map(this::main));
            if (found.isPresent()) {
                return found;
            }
        }
        return context(around);
    }

    /** {@code …/$metadata#users('info%40example.jp')/mailFolders('inbox')/messageRules}. */
    private Optional<MailboxAddress> context(Tree fields) {
        String context = fields.find("@odata.context").orElse("");
        int open = context.indexOf("users('");
        int close = open < 0 ? -1 : context.indexOf('\'', open + 7);
        if (close < 0) {
            return Optional.empty();
        }
        String user = context.substring(open + 7, close).replace("%40", "@");
        return directory.mailbox(user).or(() -> MailboxAddress.findFull(user).map(this::main));
    }

    /** A file may be named after its mailbox: {@code InboxRules_info@example.jp.json}. */
    private Optional<MailboxAddress> fileName() {
        String name = source.name().substring(source.name().lastIndexOf('/') + 1);
        int at = name.indexOf('@');
        int from = at;
        while (from > 0 && isAddressPart(name.charAt(from - 1)) && name.charAt(from - 1) != '_') {
            from--;
        }
        int to = at;
        while (to >= 0 && to + 1 < name.length() && isAddressPart(name.charAt(to + 1)) && name.charAt(to + 1) != '_') {
            to++;
        }
        if (at <= 0 || from == at || to == at) {
            return Optional.empty();
        }
        String address = name.substring(from, to + 1);
        for (String ending : List.of(".gz", ".csv", ".json", ".txt", ".ndjson", ".jsonl")) {
            address = address.endsWith(ending) ? address.substring(0, address.length() - ending.length()) : address;
        }
        return MailboxAddress.findFull(address).map(this::main);
    }

    private static boolean isAddressPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+'
                || c == '_';
    }

    /** An alias without a domain, as a last resort: the scan completes it from the other names it knows. */
    private static Optional<MailboxAddress> alias(Tree fields) {
        CmdletObject object = new CmdletObject(fields);
        return object.find("MailboxOwnerId", "Mailbox", "Identity").map(SettingOwner::head)
                .map(text -> text.substring(text.lastIndexOf('/') + 1))
                .filter(text -> text.length() <= 64 && text.chars().allMatch(c -> c < 128 && isAddressPart((char) c)))
                .filter(text -> text.chars().anyMatch(c -> c > '9') && !isGuid(text)).flatMap(MailboxAddress::find);
    }

    private static boolean isGuid(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(13) == '-';
    }
}
