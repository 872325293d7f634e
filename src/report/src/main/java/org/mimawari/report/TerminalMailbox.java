package org.mimawari.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.Level;
import org.mimawari.report.summary.Affected;
import org.mimawari.report.summary.SendingCurve;
import org.mimawari.report.terminal.Canvas;
import org.mimawari.report.terminal.Ink;
import org.mimawari.report.terminal.SparkLine;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.Reach;

/** Writes one mailbox on a terminal: who, how bad, when, the strongest sign, the next steps. */
final class TerminalMailbox {

    private static final int SCORE_COLUMNS = 14;
    private static final int INDENT = 2;
    private static final int LONGEST_ADDRESS = 120;
    private static final int FEW = 3;

    private final Phrasing phrasing;
    private final Wording wording;
    private final FindingText texts;
    private final int affected;
    private final Map<MailboxAddress, Reach> reaches;

    /**
     * @param affected how many mailboxes there are to write; few of them get more lines each
     * @param reaches what left the mailboxes
     */
    TerminalMailbox(Phrasing phrasing, int affected, List<Reach> reaches) {
        this.phrasing = phrasing;
        this.wording = phrasing.wording();
        this.texts = new FindingText(phrasing);
        this.affected = affected;
        this.reaches = reaches.stream().collect(Collectors.toMap(Reach::mailbox, reach -> reach));
    }

    /** Two lines, for when there are many: who and when, then the strongest sign. */
    void writeBriefly(Canvas canvas, Affected each) {
        String level = wording.of(each.level()) + " " + Phrasing.score(each.gravest().score());
        canvas.labelled(label(Ink.of(each.level()), level), name(each) + "  " + phrasing.range(each.gravest().when()), 2);
        each.strongest().ifPresent(finding -> canvas.labelled(label(Ink.PLAIN, spark(each)), texts.sentence(finding), 1));
    }

    void write(Canvas canvas, Affected each) {
        String level = wording.of(each.level()) + " " + Phrasing.score(each.gravest().score());
        canvas.labelled(label(Ink.of(each.level()), level), name(each), 1);
        canvas.labelled(label(Ink.PLAIN, spark(each)), phrasing.range(each.gravest().when()), 1);
        each.strongest().ifPresent(finding -> canvas.labelled(label(Ink.PLAIN, ""), texts.sentence(finding), 2));
        if (affected <= FEW) {
            others(canvas, each);
            cause(canvas, each);
        }
        if (each.level().isAtLeast(Level.MEDIUM) && !each.gravest().response().isEmpty()) {
            String steps = each.gravest().response().stream().map(wording::of)
                    .collect(Collectors.joining(wording.phrase("list.steps")));
            int most = affected <= FEW ? 5 : 3;
            canvas.labelled(label(Ink.PLAIN, ""), wording.phrase("terminal.next") + " " + steps, most);
        }
    }

    /** What left the mailbox around the incident, below its level. */
    private String spark(Affected each) {
        return each.address().flatMap(address -> Optional.ofNullable(reaches.get(address)))
                .flatMap(reach -> SendingCurve.of(reach, each.gravest().when(), SCORE_COLUMNS))
                .map(curve -> SparkLine.of(curve.bars())).orElse("");
    }

    private void cause(Canvas canvas, Affected each) {
        if (each.level().isAtLeast(Level.MEDIUM)) {
            each.gravest().causes().stream().findFirst().ifPresent(cause -> canvas.labelled(label(Ink.PLAIN, ""),
                    wording.phrase("terminal.cause", wording.of(cause.hypothesis()),
                            wording.phrase("cause.likelihood", Phrasing.share(cause.likelihood())),
                            wording.phrase("cause.settle", wording.of(cause.hypothesis(), ".settle"))), 3));
        }
    }

    private void others(Canvas canvas, Affected each) {
        String first = each.strongest().map(finding -> finding.indicator().id()).orElse("");
        List<String> titles = each.gravest().findings().stream().filter(finding -> finding.points() > 0)
                .map(finding -> finding.indicator().id()).distinct().filter(id -> !id.equals(first))
                .map(texts::title).toList();
        if (!titles.isEmpty()) {
            canvas.labelled(label(Ink.PLAIN, ""), wording.phrase("terminal.also") + " " + phrasing.list(titles), 3);
        }
    }

    private static Canvas.Label label(Ink ink, String text) {
        return new Canvas.Label(ink, INDENT, text, SCORE_COLUMNS);
    }

    private String name(Affected each) {
        String name = each.address().map(MailboxAddress::text).map(text -> VisibleText.of(text, LONGEST_ADDRESS))
                .orElseGet(() -> wording.phrase("label.organisation"));
        return each.mailbox().filter(mailbox -> mailbox.kind() != MailboxKind.UNKNOWN
                        && mailbox.kind() != MailboxKind.PERSON)
                .map(mailbox -> name + wording.phrase("mailbox.with-kind", wording.of(mailbox.kind()))).orElse(name);
    }
}
