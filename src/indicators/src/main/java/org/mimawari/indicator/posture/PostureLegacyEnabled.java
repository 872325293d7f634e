package org.mimawari.indicator.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** The mailbox can be opened by protocols that know passwords only (ATT&amp;CK T1078). */
public final class PostureLegacyEnabled implements Indicator {

    private static final IndicatorProfile PROFILE =
            Weakness.profile("posture-legacy-enabled", EvidenceKind.SIGN_IN, 10, "T1078");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> pieces = new ArrayList<>();
        TreeSet<String> protocols = new TreeSet<>();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && isPasswordOnly(signIn.protocol())) {
                pieces.add(signIn);
                protocols.add(Words.of(signIn.protocol()));
            }
        }
        for (MailboxProfile profile : evidence.profiles()) {
            if (profile.find("SmtpClientAuthenticationDisabled").filter("False"::equalsIgnoreCase).isPresent()) {
                pieces.add(profile);
                protocols.add("smtp");
            }
        }
        return Weakness.finding(PROFILE, evidence, pieces, Reason.NONE.andTexts("protocols", List.copyOf(protocols)));
    }

    private static boolean isPasswordOnly(SignIn.Protocol protocol) {
        return switch (protocol) {
            case IMAP, POP, SMTP, MANAGESIEVE, LEGACY -> true;
            default -> false;
        };
    }
}
