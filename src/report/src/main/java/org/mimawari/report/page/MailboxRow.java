package org.mimawari.report.page;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.Words;
import org.mimawari.report.summary.Affected;
import org.mimawari.report.wording.Phrasing;

/** One mailbox in the ranking; {@code link} names its incident on the page, or is empty where that is not shown. */
public record MailboxRow(
        String name,
        String kind,
        String aliases,
        String tone,
        String level,
        String score,
        String bar,
        String window,
        String reason,
        String link) {

    private static final int MOST = 1_000;

    static List<MailboxRow> of(List<Affected> affected, Voice voice) {
        return affected.stream().limit(MOST).map(each -> of(each, voice)).toList();
    }

    private static MailboxRow of(Affected each, Voice voice) {
        return new MailboxRow(voice.name(each.address()), each.mailbox()
                .filter(mailbox -> mailbox.kind() != MailboxKind.UNKNOWN)
                .map(mailbox -> voice.wording().of(mailbox.kind())).orElse(""), aliases(each, voice),
                Words.of(each.level()), voice.wording().of(each.level()), Phrasing.score(each.gravest().score()),
                Long.toString(Math.round(each.gravest().score())), voice.phrasing().range(each.gravest().when()),
                each.strongest().map(voice.texts()::sentence).map(Voice::remark).orElse(""),
                each.gravest().id());
    }

    /** The same row, without a link where its incident is not on the page. */
    MailboxRow linkedTo(Set<String> incidents) {
        return incidents.contains(link) ? this
                : new MailboxRow(name, kind, aliases, tone, level, score, bar, window, reason, "");
    }

    private static String aliases(Affected each, Voice voice) {
        List<String> names = each.mailbox().map(mailbox -> mailbox.aliases().stream()
                .map(alias -> Voice.name(alias.text())).sorted().toList()).orElse(List.of());
        return names.isEmpty() ? "" : voice.wording().phrase("label.aliases", voice.phrasing().list(names));
    }
}
