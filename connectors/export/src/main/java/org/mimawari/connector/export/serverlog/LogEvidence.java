package org.mimawari.connector.export.serverlog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/** Makes evidence of what the log lines say. Only named fields get into it, never a line's free text. */
final class LogEvidence {

    /** The operation under which an upload of a Sieve script is reported, whichever server it is. */
    static final String UPLOAD = "managesieve upload";
    private static final int MOST_RULES = 100_000;
    private static final int LONGEST_NAME = 320;

    private final Consumer<Evidence> out;
    private final Set<String> rules = new HashSet<>();

    LogEvidence(Consumer<Evidence> out) {
        this.out = out;
    }

    void accept(Evidence evidence) {
        out.accept(evidence);
    }

    void success(Login login, Set<SignInTrait> traits) {
        out.accept(new SignIn(login.point().origin(mailbox(login.user())), SignIn.Outcome.SUCCESS, Optional.empty(),
                login.ip(), Place.UNKNOWN, login.protocol(), login.client(), Optional.empty(), Optional.empty(),
                Optional.empty(), login.session(), Optional.empty(), traits, 1));
    }

    /** A failure, or several of the same session. */
    void failure(Login login, int attempts, Optional<String> code) {
        failure(login, attempts, code, SignIn.Failure.WRONG_PASSWORD);
    }

    /** An attempt of which the server could not tell whether the password was right. */
    void undecided(Login login) {
        failure(login, 1, Optional.empty(), SignIn.Failure.OTHER);
    }

    private void failure(Login login, int attempts, Optional<String> code, SignIn.Failure failure) {
        out.accept(new SignIn(login.point().origin(mailbox(login.user())), SignIn.Outcome.FAILURE,
                Optional.of(failure), login.ip(), Place.UNKNOWN, login.protocol(), login.client(),
                Optional.empty(), Optional.empty(), Optional.empty(), login.session(), code, Set.of(),
                Math.max(1, attempts)));
    }

    /** A Sieve script was put on the server: such logs tell that, but not what is in it. */
    void upload(LogPoint point, Login who, Optional<String> target) {
        out.accept(new SettingChange(point.origin(mailbox(who.user())), SettingTopic.OTHER, UPLOAD, target,
                List.of(new Parameter("protocol", "managesieve")), true, actor(who)));
    }

    /**
     * A mailbox rule seen at work: reported once for each mailbox, action and target, at its first use. What sets it
     * off is not in a log.
     */
    void rule(LogPoint point, String user, RuleAction action) {
        Optional<MailboxAddress> mailbox = mailbox(user);
        String key = mailbox.map(MailboxAddress::text).orElse("") + '\n' + action.type() + '\n'
                + String.join("\n", action.targets()).toLowerCase(Locale.ROOT);
        if (mailbox.isEmpty() || rules.size() >= MOST_RULES || !rules.add(key)) {
            return;
        }
        out.accept(new MailboxRule(point.origin(mailbox), "sieve", true,
                List.of(RuleCondition.of(RuleCondition.Field.OTHER, List.of())), List.of(action), true, Set.of(),
                Change.PRESENT, Actor.UNKNOWN));
    }

    static Actor actor(Login who) {
        return new Actor(mailbox(who.user()).map(MailboxAddress::text), Actor.Role.OWNER, who.ip(), Place.UNKNOWN,
                who.client(), Optional.empty(), who.session());
    }

    /** The account that a log calls so; empty for a name that can be no account's. */
    static Optional<MailboxAddress> mailbox(String user) {
        boolean odd = user.length() > LONGEST_NAME || user.indexOf('<') >= 0 || user.indexOf('>') >= 0
                || user.indexOf('\uFFFD') >= 0;
        return odd ? Optional.empty() : MailboxAddress.find(user);
    }

    static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
