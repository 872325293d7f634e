package org.mimawari.report.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.Words;
import org.mimawari.report.summary.Affected;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.Reach;

/**
 * One mailbox in the ranking.
 *
 * @param link names its incident on the page, or is empty where that is not shown
 * @param rank of its level, 0 for the lowest
 * @param spark what left it around its gravest incident
 */
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
        String link,
        int rank,
        Optional<Spark> spark) {

    private static final int MOST = 1_000;

    static List<MailboxRow> of(List<Affected> affected, List<Reach> reaches, Voice voice) {
        Map<MailboxAddress, Reach> byMailbox = new HashMap<>();
        reaches.forEach(reach -> byMailbox.put(reach.mailbox(), reach));
        return affected.stream().limit(MOST).map(each -> of(each, each.address().map(byMailbox::get)
                .flatMap(reach -> Spark.of(reach, each.gravest().when(), voice)), voice)).toList();
    }

    private static MailboxRow of(Affected each, Optional<Spark> spark, Voice voice) {
        return new MailboxRow(voice.name(each.address()), each.mailbox()
                .filter(mailbox -> mailbox.kind() != MailboxKind.UNKNOWN)
                .map(mailbox -> voice.wording().of(mailbox.kind())).orElse(""), aliases(each, voice),
                Words.of(each.level()), voice.wording().of(each.level()), Phrasing.score(each.gravest().score()),
                Long.toString(Math.round(each.gravest().score())), voice.phrasing().range(each.gravest().when()),
                each.strongest().map(voice.texts()::sentence).map(Voice::remark).orElse(""),
                each.gravest().id(), each.level().ordinal(), spark);
    }

    /** The same row, without a link where its incident is not on the page. */
    MailboxRow linkedTo(Set<String> incidents) {
        return incidents.contains(link) ? this
                : new MailboxRow(name, kind, aliases, tone, level, score, bar, window, reason, "", rank,
                        spark);
    }

    private static String aliases(Affected each, Voice voice) {
        List<String> names = each.mailbox().map(mailbox -> mailbox.aliases().stream()
                .map(alias -> Voice.name(alias.text())).sorted().toList()).orElse(List.of());
        return names.isEmpty() ? "" : voice.wording().phrase("label.aliases", voice.phrasing().list(names));
    }
}
