package org.mimawari.indicator.posture;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** The tenant lets any mailbox forward its mail outside by itself (ATT&amp;CK T1114.003). */
public final class PostureAutoforwardOpen implements Indicator {

    private static final IndicatorProfile PROFILE =
            Weakness.profile("posture-autoforward-open", EvidenceKind.MAIL_FLOW_RULE, 8, "T1114.003");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return Weakness.finding(PROFILE, evidence,
                evidence.mailFlowRules().stream().filter(PostureAutoforwardOpen::isOpen).toList(), Reason.NONE);
    }

    private static boolean isOpen(MailFlowRule rule) {
        return switch (rule.type()) {
            case OUTBOUND_POLICY -> rule.parameter("AutoForwardingMode").filter("On"::equalsIgnoreCase).isPresent();
            case REMOTE_DOMAIN -> rule.parameter("AutoForwardEnabled").filter("True"::equalsIgnoreCase).isPresent()
                    && rule.parameter("DomainName").filter("*"::equals).isPresent();
            default -> false;
        };
    }
}
