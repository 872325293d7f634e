package org.mimawari.incident;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

/** Chooses what to do about an incident from what was found. */
final class ResponsePlan {

    private static final Set<ResponseStep> OF_AN_ACCOUNT = Set.of(ResponseStep.RESET_PASSWORD,
            ResponseStep.REVOKE_SESSIONS, ResponseStep.REMOVE_APP_PASSWORDS, ResponseStep.CHECK_DEVICE,
            ResponseStep.BLOCK_SENDING, ResponseStep.CONFIRM_WITH_OWNER);

    private ResponsePlan() {}

    /** Steps about an account make no sense where an incident concerns the whole organisation and nobody is known. */
    static List<ResponseStep> steps(Optional<MailboxAddress> mailbox, List<Finding> findings, Level level) {
        return steps(findings, level).stream().filter(step -> mailbox.isPresent() || !OF_AN_ACCOUNT.contains(step)).toList();
    }

    private static List<ResponseStep> steps(List<Finding> findings, Level level) {
        Set<ResponseStep> steps = EnumSet.noneOf(ResponseStep.class);
        if (level.isAtLeast(Level.HIGH)) {
            steps.addAll(EnumSet.of(ResponseStep.PRESERVE_EVIDENCE, ResponseStep.RESET_PASSWORD,
                    ResponseStep.REVOKE_SESSIONS, ResponseStep.REMOVE_APP_PASSWORDS,
                    ResponseStep.CHECK_OTHER_MAILBOXES, ResponseStep.CHECK_DEVICE));
        } else if (level == Level.MEDIUM) {
            steps.addAll(EnumSet.of(ResponseStep.PRESERVE_EVIDENCE, ResponseStep.CONFIRM_WITH_OWNER));
        }
        findings.stream().filter(finding -> finding.multiplier() > 0)
                .forEach(finding -> steps.addAll(steps(finding)));
        return List.copyOf(steps);
    }

    private static Set<ResponseStep> steps(Finding finding) {
        String id = finding.indicator().id();
        return switch (finding.indicator().family()) {
            case RULES -> EnumSet.of(ResponseStep.REMOVE_RULE);
            case FORWARDING -> forwarding(id);
            case SIGN_IN -> finding.multiplier() < 1 ? Set.of() : EnumSet.of(ResponseStep.BLOCK_ADDRESSES);
            case SENT -> sent(id);
            case BOUNCE -> id.equals("bounce-spoofed") ? EnumSet.of(ResponseStep.PUBLISH_DMARC)
                    : EnumSet.of(ResponseStep.BLOCK_SENDING, ResponseStep.WARN_RECIPIENTS);
            case ACCESS -> access(id);
            case EXFIL -> EnumSet.of(ResponseStep.ASSESS_EXPOSURE);
            case TAMPER -> id.startsWith("tamper-audit") ? EnumSet.of(ResponseStep.RESTORE_AUDIT) : Set.of();
            case POSTURE -> Set.of();
        };
    }

    private static Set<ResponseStep> forwarding(String id) {
        if (id.startsWith("fwd-transport") || id.startsWith("fwd-connector") || id.startsWith("fwd-policy")) {
            return EnumSet.of(ResponseStep.UNDO_MAIL_FLOW_RULE);
        }
        return EnumSet.of(ResponseStep.REMOVE_FORWARDING, ResponseStep.ASSESS_EXPOSURE);
    }

    private static Set<ResponseStep> sent(String id) {
        Set<ResponseStep> steps = EnumSet.of(ResponseStep.BLOCK_SENDING, ResponseStep.WARN_RECIPIENTS);
        if (id.equals("sent-bank-change") || id.equals("sent-replyto-mismatch") || id.equals("sent-urgent-money")) {
            steps.add(ResponseStep.CALL_BACK_ON_PAYMENTS);
        }
        return steps;
    }

    private static Set<ResponseStep> access(String id) {
        if (id.startsWith("access-oauth") || id.startsWith("access-consent")) {
            return EnumSet.of(ResponseStep.REVOKE_APP);
        }
        if (id.startsWith("access-mfa") || id.startsWith("access-device") || id.startsWith("access-recovery")) {
            return EnumSet.of(ResponseStep.REMOVE_SECOND_FACTOR);
        }
        if (id.startsWith("access-delegate") || id.startsWith("access-folder")) {
            return EnumSet.of(ResponseStep.REMOVE_DELEGATE);
        }
        return EnumSet.of(ResponseStep.UNDO_ADMIN_CHANGE);
    }
}
