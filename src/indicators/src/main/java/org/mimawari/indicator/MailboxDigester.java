package org.mimawari.indicator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;

/** Makes the small digest of a mailbox that tenant-wide indicators work on. */
public final class MailboxDigester {

    private static final int MOST = 2_000;

    private MailboxDigester() {}

    public static MailboxDigest digest(MailboxEvidence evidence, List<Finding> findings) {
        return digest(evidence, !isGuess(evidence), MailboxDigest.Entries.of(entries(evidence)), findings);
    }

    /** An address that only ever failed to sign in may be a guess of the attacker's. */
    public static boolean isGuess(MailboxEvidence evidence) {
        return evidence.size() == evidence.signIns().size() && evidence.signIns().stream()
                .noneMatch(SignIn::passwordRight);
    }

    private static List<SignIn> failures(MailboxEvidence evidence) {
        return evidence.signIns().stream().filter(s -> s.wrongPassword() && s.ip().isPresent()).limit(MOST).toList();
    }

    /** Sign-ins whose password was right, one for each address, hour and client, at most 2,000, in order of time. */
    public static List<SignIn> entries(MailboxEvidence evidence) {
        Set<String> seen = new HashSet<>();
        return evidence.signIns().stream().filter(s -> s.passwordRight() && s.ip().isPresent())
                .filter(s -> seen.add(s.ip() + "|" + s.client() + "|" + s.time().map(t -> t.getEpochSecond() / 3600)))
                .limit(MOST).toList();
    }

    /**
     * The evidence that a digest is made of, but for the entries: a mailbox that has these pieces and no others has the
     * same digest, as far as its entries are not asked for.
     */
    public static List<Evidence> digested(MailboxEvidence evidence) {
        List<Evidence> pieces = new ArrayList<>(failures(evidence));
        pieces.addAll(evidence.rules());
        pieces.addAll(evidence.forwarding());
        pieces.addAll(evidence.connectedApps());
        evidence.profiles().stream().filter(profile -> profile.displayName().isPresent()).findFirst().ifPresent(pieces::add);
        pieces.addAll(changes(evidence));
        pieces.addAll(readings(evidence));
        return pieces;
    }

    /** The digest of a mailbox from these pieces, and what else is known of it. */
    public static MailboxDigest digest(MailboxEvidence digested, boolean exists, MailboxDigest.Entries entries,
            List<Finding> findings) {
        return new MailboxDigest(digested.mailbox(), digested.kind(), exists, failures(digested), entries, forwards(digested),
                digested.rules().stream().limit(MOST).toList(), digested.connectedApps().stream().limit(MOST).toList(),
                findings, displayName(digested), changes(digested), readings(digested));
    }

    private static Optional<String> displayName(MailboxEvidence evidence) {
        return evidence.profiles().stream().flatMap(profile -> profile.displayName().stream()).findFirst();
    }

    private static List<SettingChange> changes(MailboxEvidence evidence) {
        return evidence.settingChanges().stream().filter(change -> change.topic() == SettingTopic.USER_CREATED
                || change.topic() == SettingTopic.GUEST_INVITED).limit(MOST).toList();
    }

    private static List<MailAccess> readings(MailboxEvidence evidence) {
        Set<String> seen = new HashSet<>();
        return evidence.mailAccesses().stream().filter(access -> access.time().isPresent())
                .filter(access -> access.type() == MailAccess.Type.API || access.actor().role() == Actor.Role.ADMIN
                        || access.actor().role() == Actor.Role.DELEGATE)
                .filter(access -> seen.add(access.actor().appId() + "|" + access.actor().user() + "|" + access.actor()
                .ip()
                        + "|" + access.time().get().getEpochSecond() / 600))
                .limit(MOST).toList();
    }

    private static List<MailboxDigest.ForwardTarget> forwards(MailboxEvidence evidence) {
        List<MailboxDigest.ForwardTarget> targets = new ArrayList<>();
        for (MailboxRule rule : evidence.rules()) {
            rule.actions().stream().filter(action -> action.type().sendsAway())
                    .flatMap(action -> action.targets().stream())
                    .forEach(target -> targets.add(new MailboxDigest.ForwardTarget(target, rule)));
        }
        for (ForwardingSetting setting : evidence.forwarding()) {
            targets.add(new MailboxDigest.ForwardTarget(setting.target(), setting));
        }
        return targets.stream().limit(MOST).toList();
    }
}
