package org.mimawari.indicator.domain;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Compares domains with known ones as a hurried reader would: the same skeleton of confusable characters (Unicode UTS
 * #39), one or two typing slips, a moved hyphen, another top-level domain, a known domain as the beginning of a stranger's, or a known name with words such as
 * {@code -billing} around it. Never alike: a known domain itself and what lies below it, and public mail providers.
 * Linear in the number of known domains. Immutable; safe for any thread.
 */
public final class LookAlike {

    /** In what way one domain resembles another. */
    public enum Likeness { CONFUSABLE, TYPING_SLIP, HYPHEN, SUBDOMAIN, OTHER_SUFFIX, EXTENDED }

    /**
     * A resemblance.
     *
     * @param domain the known domain that is imitated
     */
    public record Match(String domain, Likeness likeness) {}

    private static final int SHORTEST = 4;
    private static final int LONG_ENOUGH_FOR_TWO_SLIPS = 8;
    private static final int LONG_ENOUGH_TO_EXTEND = 5;
    private static final int LONGEST = 253;
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final IDNA UNICODE = IDNA.getUTS46Instance(IDNA.DEFAULT);
    private static final Set<String> FILLERS = Set.of("jp", "japan", "co", "com", "net", "org", "inc", "ltd", "corp",
            "group", "hd", "holdings", "mail", "email", "online", "web", "support", "info", "office", "billing",
            "invoice", "account", "accounts", "accounting", "payment", "payments", "pay", "secure", "security",
            "login", "portal", "global", "team", "hr", "sales", "service", "services", "the", "my", "ne", "or");

    private final List<Parts> known;

    /**
     * A domain in the two parts people tell it by.
     *
     * @param name the label somebody registered, in Unicode
     * @param suffix what is registered under, for example {@code co.jp}
     */
    private record Parts(String domain, String name, String suffix, String bare, String skeleton) {

        static Optional<Parts> of(String domain) {
            String lower = unicode(domain.strip().toLowerCase(Locale.ROOT));
            if (lower.isEmpty() || lower.length() > LONGEST || lower.indexOf('.') <= 0) {
                return Optional.empty();
            }
            String suffix = suffix(lower);
            String above = lower.substring(0, lower.length() - suffix.length() - 1);
            String name = above.substring(above.lastIndexOf('.') + 1);
            return name.isEmpty() ? Optional.empty()
                    : Optional.of(new Parts(name + "." + suffix, name, suffix, name.replace("-", ""),
                            skeletonOf(name)));
        }

        private static String suffix(String domain) {
            try {
                InternetDomainName name = InternetDomainName.from(domain);
                if (name.isUnderRegistrySuffix()) {
                    return unicode(name.registrySuffix().toString());
                }
            } catch (IllegalArgumentException notADomain) {
                // Falls through to the last label: a made-up name is compared like any other.
            }
            return domain.substring(domain.lastIndexOf('.') + 1);
        }
    }

    private LookAlike(List<Parts> known) {
        this.known = known;
    }

    /** Compares with these domains; public mail providers among them are left out, as everybody resembles them. */
    public static LookAlike to(Collection<String> domains) {
        return new LookAlike(domains.stream().filter(domain -> !MailProviders.isPublic(domain)).distinct().sorted()
                .map(Parts::of).flatMap(Optional::stream).toList());
    }

    /** The known domain that this one imitates; empty where it is known itself or resembles none. */
    public Optional<Match> find(String domain) {
        Optional<String> above = known.stream().map(Parts::domain).filter(each -> isBelowAStranger(domain, each)).findFirst();
        if (above.isPresent()) {
            return above.map(each -> new Match(each, Likeness.SUBDOMAIN));
        }
        Optional<Parts> candidate = MailProviders.isPublic(domain) ? Optional.empty() : Parts.of(domain);
        if (candidate.isEmpty() || known.stream().anyMatch(each -> isSame(each, candidate.get()))) {
            return Optional.empty();
        }
        return known.stream().flatMap(each -> likeness(each, candidate.get()).stream()
                .map(likeness -> new Match(each.domain(), likeness)))
                .min((a, b) -> a.likeness().compareTo(b.likeness()));
    }

    /** {@code example.co.jp.evil.test} shows a reader in a hurry only its beginning. */
    private static boolean isBelowAStranger(String domain, String known) {
        String lower = unicode(domain.strip().toLowerCase(Locale.ROOT));
        return lower.length() <= LONGEST && lower.startsWith(known + ".");
    }

    private static boolean isSame(Parts one, Parts other) {
        return one.domain().equals(other.domain());
    }

    private static Optional<Likeness> likeness(Parts known, Parts candidate) {
        if (known.name().length() < SHORTEST || candidate.name().length() > 63) {
            return Optional.empty();
        }
        boolean sameSuffix = known.suffix().equals(candidate.suffix());
        if (known.name().equals(candidate.name())) {
            return Optional.of(Likeness.OTHER_SUFFIX);
        }
        if (known.bare().equals(candidate.bare())) {
            return Optional.of(Likeness.HYPHEN);
        }
        if (known.skeleton().equals(candidate.skeleton())) {
            return Optional.of(Likeness.CONFUSABLE);
        }
        if (isSlip(known.bare(), candidate.bare(), sameSuffix)) {
            return Optional.of(Likeness.TYPING_SLIP);
        }
        return isExtended(known, candidate) ? Optional.of(Likeness.EXTENDED) : Optional.empty();
    }

    /** Two slips are too many for short names, and for names under another suffix; see the test of ordinary names. */
    private static boolean isSlip(String known, String candidate, boolean sameSuffix) {
        int shorter = Math.min(known.length(), candidate.length());
        boolean longName = shorter >= LONG_ENOUGH_FOR_TWO_SLIPS;
        if (shorter < SHORTEST || !sameSuffix && !longName) {
            return false;
        }
        int allowed = longName && sameSuffix ? 2 : 1;
        return Math.abs(known.length() - candidate.length()) <= allowed && slips(known, candidate) <= allowed;
    }

    /** The known name beside words that mean nothing, as in {@code shop-billing.example} or {@code shopjp.example}. */
    private static boolean isExtended(Parts known, Parts candidate) {
        if (known.name().length() < LONG_ENOUGH_TO_EXTEND) {
            return false;
        }
        String rest = candidate.name();
        int at = rest.indexOf(known.name());
        if (at < 0) {
            return false;
        }
        String around = rest.substring(0, at) + "-" + rest.substring(at + known.name().length());
        return Arrays.stream(around.split("-")).allMatch(word -> word.isEmpty() || FILLERS.contains(word));
    }

    /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    // Five parameters: the inner step of a two-dimensional table.
    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int substitution = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(substitution, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    private static String unicode(String domain) {
        return UNICODE.nameToUnicode(domain, new StringBuilder(), new IDNA.Info()).toString();
    }

    /** UTS #39 skeleton; it does not join digits with letters in lower case, so those are joined here. */
    private static String skeletonOf(String name) {
        return CONFUSABLES.getSkeleton(name).toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l')
                .replace('i', 'l').replace("vv", "w").replace("-", "");
    }
}
