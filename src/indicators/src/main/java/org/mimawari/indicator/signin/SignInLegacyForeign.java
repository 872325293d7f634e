package org.mimawari.indicator.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.network.KnownNetworks;

/**
 * A mail program elsewhere signed in with the password alone: from a country or a hosting network new to the mailbox
 * or, where no place is known, from a part of the address space it never used (ATT&amp;CK T1078.004).
 */
public final class SignInLegacyForeign implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-legacy-foreign", Level.HIGH, 55, 0.75, "T1078.004");
    private static final int ROAMING = 6;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.signIns().stream().noneMatch(LegacyProtocol::isMailProtocol)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(Newcomers.byCountry(evidence)
                .findings(PROFILE, LegacyProtocol::isMailProtocol));
        findings.addAll(fromHosting(evidence));
        findings.addAll(fromUnknownPlaces(evidence));
        return findings;
    }

    /** Where the country is no news but the network rents out servers. */
    private static List<Finding> fromHosting(MailboxEvidence evidence) {
        Newcomers countries = Newcomers.byCountry(evidence);
        return Newcomers.byNetwork(evidence).findings(PROFILE, signIn -> LegacyProtocol.isMailProtocol(signIn)
                && KnownNetworks.isHosting(signIn.place()) && !countries.isNew(signIn));
    }

    /** Addresses of one provider lie close together, so a telephone that roams is told apart by the wide range. */
    private static List<Finding> fromUnknownPlaces(MailboxEvidence evidence) {
        Newcomers ranges = new Newcomers(evidence, SignInLegacyForeign::origin, Set.of());
        return ranges.findings(PROFILE, signIn -> LegacyProtocol.isMailProtocol(signIn)
                        && signIn.place().country().isEmpty() && ranges.known(signIn).size() < ROAMING)
                .stream().map(finding -> finding.level() == Level.LOW ? finding
                        : finding.judged(Level.MEDIUM, 40, 0.7)).toList();
    }

    private static Optional<String> origin(SignIn signIn) {
        return signIn.place().network().map(number -> "AS" + number).or(() -> signIn.ip().map(WideRange::of));
    }
}
