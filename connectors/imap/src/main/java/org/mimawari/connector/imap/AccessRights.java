package org.mimawari.connector.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.imap.protocol.AccessRight;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.ServerText;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;

/** Who else may read or write folders of the mailbox (RFC 4314). */
final class AccessRights {

    /** Letters of RFC 4314 section 2.1 and 2.1.1; reading is named as other mail systems name it. */
    private static final Map<Character, String> WORDS = Map.ofEntries(Map.entry('l', "Lookup"), Map.entry('r', "ReadItems"),
            Map.entry('s', "KeepSeen"), Map.entry('w', "WriteFlags"), Map.entry('i', "Insert"), Map.entry('p', "Post"),
            Map.entry('k', "CreateFolders"), Map.entry('x', "DeleteFolder"), Map.entry('t', "DeleteItems"),
            Map.entry('e', "Expunge"), Map.entry('a', "Administer"), Map.entry('c', "CreateFolders"),
            Map.entry('d', "DeleteItems"));
    private static final int LONGEST = 30;

    private final Account account;
    private final String source;
    private final EvidenceSink sink;

    AccessRights(Account account, String source, EvidenceSink sink) {
        this.account = account;
        this.source = source;
        this.sink = sink;
    }

    /** Reads the rights on these folders; says why where the server did not tell all. */
    Optional<String> read(ImapClient client, List<FolderTask> folders) throws ImapException {
        if (!client.offers("ACL")) {
            return Optional.of("the server does not show rights of others (RFC 4314)");
        }
        Optional<String> why = Optional.empty();
        for (FolderTask task : folders) {
            try {
                client.accessRights(task.folder().raw()).forEach(right -> deliver(right, task));
            } catch (ImapException e) {
                if (e.problem() != Problem.REFUSED) {
                    throw e;
                }
                String own = client.ownRights(task.folder().raw()).map(letters -> "; own rights are " + letters).orElse("");
                why = why.or(() -> Optional.of(e.getMessage() + own));
            }
        }
        return why;
    }

    private void deliver(AccessRight right, FolderTask task) {
        String name = ServerText.shown(right.identifier());
        if (isOwner(right.identifier()) || right.rights().isEmpty()) {
            return;
        }
        MailboxAddress mailbox = account.mailbox();
        EvidenceRef ref = new EvidenceRef(source, "acl:" + task.name() + ":" + name, Optional.empty());
        long print = Fingerprint.of("imap-acl", mailbox.text(), task.folder().raw(), right.identifier(), right.rights());
        if (sink.admit(print)) {
            sink.accept(new Delegation(new Origin(Optional.of(mailbox), Optional.empty(), ref), name,
                    words(right.rights()), Optional.of(task.name()), Change.PRESENT, Actor.UNKNOWN));
        }
    }

    /** The owner's own entry, and an entry that only takes rights away, are no delegation. */
    private boolean isOwner(String identifier) {
        String bare = identifier.startsWith("user=") ? identifier.substring("user=".length()) : identifier;
        MailboxAddress mailbox = account.mailbox();
        return bare.isEmpty() || bare.startsWith("-") || bare.equals("owner")
                || bare.equalsIgnoreCase(mailbox.text()) || bare.equalsIgnoreCase(mailbox.localPart());
    }

    static List<String> words(String letters) {
        List<String> words = new ArrayList<>();
        for (char letter : letters.substring(0, Math.min(LONGEST, letters.length())).toCharArray()) {
            String word = WORDS.getOrDefault(letter, "");
            if (!word.isEmpty() && !words.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
