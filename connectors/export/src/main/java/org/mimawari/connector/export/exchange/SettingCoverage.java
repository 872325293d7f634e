package org.mimawari.connector.export.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * What a file of settings shows: of the whole tenant where it lists several mailboxes, else of the one it is about. An
 * answer of Graph about a mailbox never speaks for others, nor for one that it does not name.
 */
final class SettingCoverage {

    private static final int MOST_MAILBOXES = 1_000;
    private static final String NAMES_ONLY = "lists applications, not what they were granted";
    private static final String NO_ACTIONS = "the export has no columns of what the rules do";
    private static final String FOLDERS_ONLY = "lists folders: it names those that rules move mail to, and shows nothing else";
    private static final String NAMELESS = "it does not say whose mailbox it is about; name it with --mailbox";

    private final String source;
    private final EvidenceSink sink;
    private final Map<SettingType, Set<MailboxAddress>> seen = new EnumMap<>(SettingType.class);
    private final Set<SettingType> nameless = new TreeSet<>();
    private boolean forwardingSmtp;
    private boolean forwarding;
    private boolean onBehalf;
    private boolean rules;
    private boolean actions;

    SettingCoverage(String source, EvidenceSink sink) {
        this.source = source;
        this.sink = sink;
    }

    void saw(SettingType type, Optional<MailboxAddress> mailbox) {
        Set<MailboxAddress> mailboxes = seen.computeIfAbsent(type, any -> new TreeSet<>());
        if (mailbox.isEmpty()) {
            nameless.add(type);
        } else if (mailboxes.size() < MOST_MAILBOXES) {
            mailboxes.add(mailbox.get());
        }
    }

    void sawColumns(boolean smtp, boolean address) {
        forwardingSmtp |= smtp;
        forwarding |= address;
    }

    void sawActions(boolean any) {
        actions |= any;
        rules = true;
    }

    void sawDelegations(SettingType type, List<Evidence> evidence) {
        onBehalf |= type == SettingType.MAILBOX && evidence.stream().anyMatch(Delegation.class::isInstance);
    }

    void report(Optional<String> broken) {
        seen.forEach((type, mailboxes) -> {
            if (type == SettingType.GRAPH_FOLDER) {
                sink.cover(new Coverage(source, type.title(), type.kind(), Optional.empty(),
                        Coverage.State.NOT_COLLECTED, broken.or(() -> Optional.of(FOLDERS_ONLY)), Optional.empty(),
                        Optional.empty(), 0));
            } else if (type != SettingType.UNKNOWN) {
                report(type, mailboxes, broken);
            }
        });
    }

    private void report(SettingType type, Set<MailboxAddress> mailboxes, Optional<String> broken) {
        if (type.isOfOneMailbox()) {
            mailboxes.forEach(mailbox -> cover(type, type.kind(), Optional.of(mailbox), broken));
            if (nameless.contains(type) || mailboxes.isEmpty()) {
                cover(type, type.kind(), Optional.empty(), broken.or(() -> Optional.of(NAMELESS)));
            }
            return;
        }
        boolean one = mailboxes.size() == 1 && !nameless.contains(type);
        Optional<MailboxAddress> mailbox = one ? mailboxes.stream().findFirst() : Optional.empty();
        cover(type, type.kind(), mailbox, broken.or(() -> lacking(type)));
        if (type == SettingType.MAILBOX) {
            forwarding(mailbox, broken);
            onBehalf(mailbox, broken);
        }
    }

    private Optional<String> lacking(SettingType type) {
        return switch (type) {
            case GRAPH_PRINCIPAL -> Optional.of(NAMES_ONLY);
            case INBOX_RULE -> rules && !actions ? Optional.of(NO_ACTIONS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void onBehalf(Optional<MailboxAddress> mailbox, Optional<String> broken) {
        if (onBehalf) {
            cover(SettingType.MAILBOX, EvidenceKind.DELEGATION, mailbox,
                    broken.or(() -> Optional.of("shows rights to send on behalf only")));
        }
    }

    /** {@code Get-EXOMailbox} leaves forwarding out unless it is asked for: then it was not looked at. */
    private void forwarding(Optional<MailboxAddress> mailbox, Optional<String> broken) {
        if (!forwardingSmtp && !forwarding) {
            sink.cover(new Coverage(source, "Get-Mailbox", EvidenceKind.FORWARDING_SETTING, mailbox,
                    Coverage.State.NOT_COLLECTED, Optional.of("the export has no forwarding properties"),
                    Optional.empty(), Optional.empty(), 0));
            return;
        }
        Optional<String> half = forwardingSmtp && forwarding ? Optional.empty() : Optional.of("the export has no "
                + (forwardingSmtp ? "ForwardingAddress" : "ForwardingSmtpAddress"));
        cover(SettingType.MAILBOX, EvidenceKind.FORWARDING_SETTING, mailbox, broken.or(() -> half));
    }

    private void cover(SettingType type, EvidenceKind kind, Optional<MailboxAddress> mailbox, Optional<String> reason) {
        Coverage.State state = reason.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED;
        sink.cover(new Coverage(source, type.title(), kind, mailbox, state, reason, Optional.empty(), Optional.empty(),
                0));
    }
}
