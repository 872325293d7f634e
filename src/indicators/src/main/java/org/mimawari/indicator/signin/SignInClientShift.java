package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.ClientFamilies;

/** A sign-in with a mail program or browser unlike all the mailbox has used (ATT&amp;CK T1078). */
public final class SignInClientShift implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-client-shift", Level.LOW, 25, 0.5, "T1078");
    private static final int MOST_KNOWN = 5;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        ClientFamilies families = ClientFamilies.of(evidence);
        Newcomers clients = new Newcomers(evidence, signIn -> family(signIn, families), Set.of());
        return clients.findings(PROFILE, signIn -> clients.isNew(signIn) && clients.known(signIn).size() <= MOST_KNOWN);
    }

    private static Optional<String> family(SignIn signIn, ClientFamilies families) {
        Optional<String> client = signIn.client();
        return client.isEmpty() || client.get().isBlank() ? Optional.empty()
                : Optional.of(families.family(client.get()));
    }
}
