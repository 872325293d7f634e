package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

/** A rule starts a program, script or custom form when mail comes in (ATT&amp;CK T1137.005). */
public final class RuleRunsProgram implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-client-exec", Family.RULES,
            AttackStage.HIDING, Level.CRITICAL, 80, 0.8, List.of("T1137.005"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final int LONGEST = 1_000;
    private static final Gravity SERVER_PROGRAM = new Gravity(Level.MEDIUM, 50, 0.7);
    private static final Gravity MAIL_TOOL = new Gravity(Level.LOW, 20, 0.5);
    private static final List<String> MAIL_TOOLS = List.of("spamc", "spamassassin", "sa-learn", "rspamc", "bogofilter",
            "dspam", "crm114", "learn-spam", "learn-ham", "report-spam", "report-ham", "rt-mailgate", "otrs", "redmine",
            "mailman", "vacation", "procmail", "gpg", "gpgit", "clamscan", "clamdscan");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.evenUndated(PROFILE, evidence);
        return RuleInventory.of(evidence).stream().filter(seen -> seen.rule().does(RuleAction.Type.EXECUTE))
                .map(seen -> findings.of(seen, Reason.text("program", program(seen)), gravity(program(seen)))).toList();
    }

    private static String program(SeenRule seen) {
        return seen.rule().actions().stream().filter(action -> action.type() == RuleAction.Type.EXECUTE)
                .flatMap(action -> action.targets().stream()).filter(target -> !target.isBlank()).findFirst()
                .map(RuleWording::capped).orElse("?");
    }

    /**
     * Sieve can start only what the server's administrator put into one folder, named without a path
     * (Pigeonhole, {@code vnd.dovecot.pipe}).
     */
    private static Gravity gravity(String program) {
        String lower = program.substring(0, Math.min(program.length(), LONGEST)).toLowerCase(Locale.ROOT);
        boolean bare = !lower.equals("?") && lower.indexOf('/') < 0 && lower.indexOf('\\') < 0 && lower.indexOf(':') < 0
                && (lower.indexOf('.') < 0 || lower.endsWith(".sh") || lower.endsWith(".pl") || lower.endsWith(".py"));
        if (!bare) {
            return Gravity.of(PROFILE);
        }
        return MAIL_TOOLS.stream().anyMatch(lower::startsWith) ? MAIL_TOOL : SERVER_PROGRAM;
    }
}
