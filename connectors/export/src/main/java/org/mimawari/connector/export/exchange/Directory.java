package org.mimawari.connector.export.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.MailboxAddress;

/**
 * Whom the names and ids in an export stand for: mailboxes by alias, display name, id and distinguished name, folders
 * by id, applications by the id of their service principal. Bounded; what is not in it stays as it was written.
 */
final class Directory {

    /** An application: its id, name, whether its publisher is verified, and the names of its roles by id. */
    record Application(String appId, Optional<String> name, Optional<Boolean> verified) {}

    private static final int MOST = 500_000;
    private static final List<String> MAILBOX_NAMES = List.of("Alias", "Name", "DisplayName", "Identity", "Guid",
            "ExchangeGuid", "DistinguishedName", "LegacyExchangeDN", "UserPrincipalName", "PrimarySmtpAddress",
            "WindowsEmailAddress", "SamAccountName", "ExternalDirectoryObjectId", "Id");

    private final Map<String, MailboxAddress> mailboxes = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, Application> applications = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();

    Directory() {}

    /** Begins with the mailboxes of another one. */
    Directory(Directory other) {
        mailboxes.putAll(other.mailboxes);
    }

    void add(SettingType type, Tree fields) {
        switch (type) {
            case MAILBOX, GRAPH_USER -> addMailbox(fields);
            case GRAPH_FOLDER -> addFolder(fields);
            case GRAPH_PRINCIPAL -> addApplication(fields);
            default -> { }
        }
    }

    private void addMailbox(Tree fields) {
        Optional<MailboxAddress> address = address(fields);
        CmdletObject object = new CmdletObject(fields);
        address.ifPresent(mailbox -> {
            MAILBOX_NAMES.forEach(name -> object.find(name).ifPresent(text -> put(text, mailbox)));
            object.proxyAddresses("EmailAddresses").forEach(text ->
                    MailboxAddress.findFull(text).ifPresent(alias -> put(alias.text(), mailbox)));
        });
    }

    static Optional<MailboxAddress> address(Tree fields) {
        return new CmdletObject(fields).find("PrimarySmtpAddress", "WindowsEmailAddress", "mail", "UserPrincipalName")
                .flatMap(MailboxAddress::findFull);
    }

    /** A name that two mailboxes have stands for neither; the one that was first there stays for addresses. */
    private void put(String name, MailboxAddress mailbox) {
        if (mailboxes.size() < MOST) {
            mailboxes.merge(key(name), mailbox, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
        }
    }

    private static final MailboxAddress AMBIGUOUS = new MailboxAddress("ambiguous");

    private void addFolder(Tree fields) {
        if (folders.size() < MOST) {
            fields.find("id").ifPresent(id -> fields.find("displayName").ifPresent(name -> folders.put(id, name)));
        }
    }

    private void addApplication(Tree fields) {
        Optional<String> id = fields.find("id", "objectId");
        if (id.isEmpty() || applications.size() >= MOST) {
            return;
        }
        applications.put(key(id.get()), application(fields));
        for (Tree role : fields.at("appRoles").items()) {
            if (roles.size() < MOST) {
                role.find("id").ifPresent(key -> role.find("value").ifPresent(name -> roles.put(key(key), name)));
            }
        }
    }

    static Application application(Tree fields) {
        String appId = fields.find("appId").or(() -> fields.find("id")).orElse("unknown");
        Tree publisher = fields.at("verifiedPublisher");
        Optional<Boolean> verified = fields.has("verifiedPublisher")
                ? Optional.of(publisher.find("verifiedPublisherId", "displayName").isPresent()) : Optional.empty();
        return new Application(appId.toLowerCase(Locale.ROOT), fields.find("appDisplayName", "displayName"), verified);
    }

    /** The mailbox a name or id stands for. */
    Optional<MailboxAddress> mailbox(String name) {
        return Optional.ofNullable(mailboxes.get(key(name))).filter(mailbox -> mailbox != AMBIGUOUS);
    }

    /** The folder's name, or the id where the export does not tell. */
    String folder(String id) {
        return folders.getOrDefault(id, id);
    }

    Optional<Application> application(String principalId) {
        return Optional.ofNullable(applications.get(key(principalId)));
    }

    /** The permission a role id stands for. */
    Optional<String> role(String id) {
        return Optional.ofNullable(roles.get(key(id))).or(() -> AppRoles.name(id));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
