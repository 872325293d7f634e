package org.mimawari.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * The judgement of a mailbox on its way to whoever compares all of them.
 *
 * @param name of the mailbox; empty for what is about the whole tenant
 * @param entries sign-ins whose password was right, read only where they are asked for
 */
record JudgedBytes(String name, byte[] judgement, byte[] entries) {

    static byte[] written(MailboxJudgement judgement, List<Evidence> pieces) {
        ValueWriter out = new ValueWriter();
        List<SignIn> entries = judgement.digest().entries().from(any -> true);
        out.each(entries, out::evidence);
        byte[] written = out.take();
        out.text(judgement.name().map(MailboxAddress::text).orElse(""));
        out.bytes(StoredJudgement.of(0, 0, new byte[Routine.SIZE], judgement, pieces).write()).bytes(written);
        return out.take();
    }

    static JudgedBytes read(byte[] bytes) {
        ValueReader in = new ValueReader(bytes);
        return new JudgedBytes(in.text(), in.bytes(), in.bytes());
    }

    MailboxJudgement judgement(Map<String, IndicatorProfile> profiles) {
        Optional<MailboxAddress> mailbox = RememberedCases.owner(name);
        return StoredJudgement.read(judgement, profiles).judgement(mailbox, this::signIns);
    }

    private List<SignIn> signIns() {
        ValueReader in = new ValueReader(entries);
        return in.each(in::evidence).stream().map(SignIn.class::cast).toList();
    }
}
