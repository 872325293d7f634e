package org.mimawari.connector.export.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.MailboxAddress;

/**
 * Finds hidden rules, which nothing in {@code Get-InboxRule -IncludeHidden} marks: they are those that a list made
 * without that switch lacks. Two lists are compared where one holds all rules of the other, or where one shows by
 * built-in hidden rules or by its name that it was made with the switch. A rule made between two lists of different
 * days looks the same; the files' own dates are the operator's to know.
 */
final class HiddenRules {

    private static final int MOST = 1_000_000;

    /** The rules of one file. */
    private static final class RuleList {
        private final Map<String, Set<Long>> byMailbox = new HashMap<>();
        private boolean withHidden;
    }

    private final Map<String, RuleList> lists = new HashMap<>();
    private final Map<String, Set<Long>> hidden = new HashMap<>();
    private int size;

    void add(String file, String mailbox, CmdletObject rule) {
        RuleList list = lists.computeIfAbsent(file, any -> new RuleList());
        list.withHidden |= InboxRules.isBuiltIn(rule) || saysHidden(file);
        if (size < MOST) {
            size += list.byMailbox.computeIfAbsent(mailbox, any -> new HashSet<>()).add(key(rule)) ? 1 : 0;
        }
    }

    /** Whether some other file is a list of the same mailbox's visible rules and lacks this one. */
    boolean isHidden(String file, String mailbox, CmdletObject rule) {
        return hidden.computeIfAbsent(file + "\n" + mailbox, any -> hidden(file, mailbox)).contains(key(rule));
    }

    /** Of a mailbox both of whose lists were read to their end, however few are visible. */
    void compare(String file, String mailbox, List<CmdletObject> all, List<CmdletObject> visible) {
        Set<Long> found = new HashSet<>();
        all.forEach(rule -> found.add(key(rule)));
        visible.forEach(rule -> found.remove(key(rule)));
        hidden.put(file + "\n" + mailbox, found);
    }

    private Set<Long> hidden(String file, String mailbox) {
        RuleList own = lists.getOrDefault(file, new RuleList());
        Set<Long> found = new HashSet<>();
        for (RuleList other : lists.values()) {
            if (other != own && isVisiblePart(other, own, mailbox)) {
                found.addAll(own.byMailbox.getOrDefault(mailbox, Set.of()));
                found.removeAll(other.byMailbox.getOrDefault(mailbox, Set.of()));
            }
        }
        return found;
    }

    private static boolean isVisiblePart(RuleList visible, RuleList all, String mailbox) {
        if (visible.withHidden) {
            return false;
        }
        Set<Long> seen = visible.byMailbox.getOrDefault(mailbox, Set.of());
        Set<Long> every = all.byMailbox.getOrDefault(mailbox, Set.of());
        if (!seen.isEmpty()) {
            return all.withHidden || every.size() > seen.size() && every.containsAll(seen);
        }
        // A mailbox without visible rules is in no row: the list must then be one of many mailboxes.
        return all.withHidden && visible.byMailbox.size() > 1;
    }

    private static boolean saysHidden(String file) {
        return file.toLowerCase(Locale.ROOT).contains("hidden");
    }

    private static long key(CmdletObject rule) {
        return Fingerprint.of(InboxRules.identity(rule));
    }

    static String owner(Optional<MailboxAddress> mailbox) {
        return mailbox.map(MailboxAddress::text).orElse("");
    }
}
