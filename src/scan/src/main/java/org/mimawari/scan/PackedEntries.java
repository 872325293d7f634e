package org.mimawari.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * Sign-ins of one mailbox that are brought to hand only when they are asked for: all mailboxes keep theirs until the end,
 * and hardly any is asked.
 */
final class PackedEntries implements MailboxDigest.Entries {

    private final Entrances entrances;
    private final Supplier<List<SignIn>> all;

    /** @param all finds them all again */
    PackedEntries(Entrances entrances, Supplier<List<SignIn>> all) {
        this.entrances = entrances;
        this.all = all;
    }

    static PackedEntries of(List<SignIn> entries) {
        ValueWriter out = new ValueWriter();
        byte[] bytes = out.each(entries, out::evidence).take();
        return new PackedEntries(Entrances.of(entries), () -> unpacked(bytes));
    }

    private static List<SignIn> unpacked(byte[] bytes) {
        ValueReader in = new ValueReader(bytes);
        return in.each(() -> (SignIn) in.evidence());
    }

    @Override
    public List<SignIn> from(Predicate<IpAddress> wanted) {
        return entrances.mayHave(wanted) ? MailboxDigest.Entries.of(all.get()).from(wanted) : List.of();
    }

    @Override
    public Optional<Instant> first(String neighbourhood) {
        return entrances.isFull() ? MailboxDigest.Entries.of(all.get()).first(neighbourhood) : entrances.first(neighbourhood);
    }

    @Override
    public Optional<Instant> firstSuccess(String neighbourhood) {
        return entrances.isFull() ? MailboxDigest.Entries.of(all.get()).firstSuccess(neighbourhood)
                : entrances.firstSuccess(neighbourhood);
    }
}
