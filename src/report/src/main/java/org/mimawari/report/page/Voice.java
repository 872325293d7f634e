package org.mimawari.report.page;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.report.wording.Commands;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;
import org.mimawari.report.wording.Wording;

/** How a page speaks: its words in the reader's zone and in UTC, the writing of findings, the commands it suggests. */
record Voice(Phrasing phrasing, Phrasing utc, FindingText texts, Commands commands) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REMARK = 160;

    /** @param systems of which commands are suggested */
    static Voice of(Phrasing phrasing, Set<String> systems) {
        return new Voice(phrasing, new Phrasing(phrasing.language(), ZoneOffset.UTC), new FindingText(phrasing), new Commands(systems));
    }

    Wording wording() {
        return phrasing.wording();
    }

    /** The address, or the words for the whole organisation. */
    String name(Optional<MailboxAddress> mailbox) {
        return mailbox.map(MailboxAddress::text).map(Voice::name)
                .orElseGet(() -> wording().phrase("label.organisation"));
    }

    /** A name somebody else chose: a file, an address, an id. */
    static String name(String text) {
        return VisibleText.of(text, LONGEST_NAME);
    }

    static String remark(String text) {
        return VisibleText.of(text, LONGEST_REMARK);
    }

    /** A reason for missing evidence. */
    String reason(String text) {
        return remark(wording().reason(text));
    }

    /** A sentence about a count, such as "3 more rows". */
    String counted(String key, long count) {
        return wording().counted(key, count, Phrasing.number(count));
    }
}
