package org.mimawari.scan;

import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.scan.ReachedRecipient.Bounced;
import org.mimawari.scan.ReachedRecipient.Replied;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** What left a mailbox around its findings, as rounds keep it. */
final class ReachForm {

    private ReachForm() {}

    static void write(Reach reach, ValueWriter out) {
        out.text(reach.mailbox().text());
        out.each(reach.slots(), slot -> out.time(Optional.of(slot.from())).number(slot.messages()));
        out.each(reach.recipients(), each -> out.text(each.address()).flag(each.external()).time(Optional.of(each.first()))
                .number(each.messages()).word(each.bounced()).word(each.replied()).flag(each.usualPlace()));
        out.number(reach.unnamed()).number(reach.cut());
    }

    static Reach read(ValueReader in) {
        return new Reach(new MailboxAddress(in.text()),
                in.each(() -> new Reach.Slot(in.time().orElseThrow(), Math.toIntExact(in.number()))),
                in.each(() -> new ReachedRecipient(in.text(), in.flag(), in.time().orElseThrow(),
                        Math.toIntExact(in.number()), in.word(Bounced.class), in.word(Replied.class), in.flag())),
                in.number(), in.number());
    }
}
