package org.mimawari.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** Sign-ins of one mailbox in few bytes: all mailboxes keep theirs until the end, and hardly any is asked for them. */
final class PackedEntries implements MailboxDigest.Entries {

    /** So many addresses stand for any. */
    static final int MANY = 256;

    private final Set<String> addresses;
    private final byte[] bytes;

    PackedEntries(List<SignIn> entries) {
        addresses = Set.copyOf(addresses(entries));
        ValueWriter out = new ValueWriter();
        bytes = out.each(entries, out::evidence).take();
    }

    @Override
    public List<SignIn> from(Predicate<IpAddress> wanted) {
        if (!mayCome(addresses, wanted)) {
            return List.of();
        }
        ValueReader in = new ValueReader(bytes);
        return in.each(() -> (SignIn) in.evidence()).stream().filter(each -> each.ip().filter(wanted).isPresent()).toList();
    }

    /** Where the sign-ins among these pieces came from whose password was right; at most {@value #MANY} addresses. */
    static Set<String> addresses(List<? extends Evidence> evidence) {
        Set<String> addresses = new HashSet<>();
        for (Evidence piece : evidence) {
            if (addresses.size() < MANY && piece instanceof SignIn signIn && signIn.passwordRight()) {
                signIn.ip().map(IpAddress::text).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    static boolean mayCome(Set<String> addresses, Predicate<IpAddress> wanted) {
        return addresses.size() >= MANY || addresses.stream().map(IpAddress::new).anyMatch(wanted);
    }
}
