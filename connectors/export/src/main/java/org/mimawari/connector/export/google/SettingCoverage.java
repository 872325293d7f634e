package org.mimawari.connector.export.google;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * Which settings of which mailboxes a source listed: of one mailbox only, or of so many that it is the organisation.
 */
final class SettingCoverage {

    private final Map<EvidenceKind, EnumSet<SettingKind>> kinds = new EnumMap<>(EvidenceKind.class);
    private Optional<MailboxAddress> only = Optional.empty();
    private boolean many;

    void saw(SettingKind kind, Optional<MailboxAddress> mailbox) {
        kinds.computeIfAbsent(kind.shows(), any -> EnumSet.noneOf(SettingKind.class)).add(kind);
        if (mailbox.isPresent() && only.isEmpty()) {
            only = mailbox;
        }
        many = many || mailbox.isPresent() && !mailbox.equals(only);
    }

    void report(Source source, String format, Optional<String> broken, EvidenceSink sink) {
        Optional<MailboxAddress> whose = many ? Optional.empty() : only.or(source::owner);
        Optional<String> unnamed = many || whose.isPresent() ? Optional.empty() : Optional.of("it names no mailbox");
        if (kinds.isEmpty()) {
            sink.cover(coverage(source, format, EvidenceKind.SETTING_CHANGE, whose, Coverage.State.NOT_COLLECTED,
                    Optional.of(broken.orElse("it holds no setting"))));
        }
        kinds.forEach((kind, seen) -> {
            Optional<String> reason = broken.or(() -> unnamed).or(() -> partOf(kind, seen));
            sink.cover(coverage(source, format, kind, whose,
                    reason.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED, reason));
        });
    }

    /** A state of single switches is no log of changes. */
    private static Optional<String> partOf(EvidenceKind kind, EnumSet<SettingKind> seen) {
        return kind == EvidenceKind.SETTING_CHANGE
                ? Optional.of("shows only what is set now of: " + String.join(", ", seen.stream().map(SettingKind::name)
                        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' ')).toList()))
                : Optional.empty();
    }

    private static Coverage coverage(Source source, String format, EvidenceKind kind, Optional<MailboxAddress> mailbox,
            Coverage.State state, Optional<String> reason) {
        return new Coverage(source.name(), format, kind, mailbox, state, reason, Optional.empty(), Optional.empty(), 0);
    }
}
