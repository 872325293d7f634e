package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;

/**
 * Mail was handed in from a country from which this mailbox, and the organisation, never worked before. Needs a source that knows the country of the address.
 */
public final class SentOriginIp implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-origin-ip", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.7, List.of("T1078"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int KNOWN_DAYS = 3;

    private final OutgoingScope scope;

    public SentOriginIp(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        return new KeyedStretches(outgoing.mailings(), WINDOW, SentOriginIp::country).find(window -> true).stream()
                .filter(sent -> isNew(evidence, sent)).map(sent -> finding(outgoing, sent)).toList();
    }

    private static List<String> country(Mailing mailing) {
        return mailing.message().place().country().stream().toList();
    }

    /** The owner must have been seen in some other country before, on enough days to say that this one is new. */
    private static boolean isNew(MailboxEvidence evidence, KeyedStretches.Keyed sent) {
        Instant before = sent.stretch().from().minus(Duration.ofHours(24));
        Set<Long> days = new HashSet<>();
        for (Evidence piece : Stream.concat(evidence.signIns().stream().filter(SignIn::succeeded),
                evidence.sentMessages().stream()).toList()) {
            Optional<String> country = country(piece);
            if (country.isPresent() && piece.time().filter(before::isAfter).isPresent()) {
                if (country.get().equals(sent.key())) {
                    return false;
                }
                days.add(piece.time().get().getEpochSecond() / 86_400);
            }
        }
        return days.size() >= KNOWN_DAYS && !evidence.tenant().countries().contains(sent.key());
    }

    private static Optional<String> country(Evidence piece) {
        return piece instanceof SignIn signIn ? signIn.place().country() : ((SentMessage) piece).place().country();
    }

    private static Finding finding(Outgoing outgoing, KeyedStretches.Keyed sent) {
        List<String> addresses = sent.stretch().mailings().stream().flatMap(mailing -> mailing.message().ip().stream())
                .map(IpAddress::text).distinct().sorted().limit(5).toList();
        return StretchFinding.of(PROFILE, outgoing, sent.stretch(), sent.key())
                .because("country", sent.key()).because("addresses", addresses);
    }
}
