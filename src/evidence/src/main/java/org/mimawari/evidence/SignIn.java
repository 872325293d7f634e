package org.mimawari.evidence;

import java.util.Optional;
import java.util.Set;

/**
 * One attempt to authenticate, or several that the source folded into one record.
 *
 * @param failure why it failed; empty where it did not
 * @param errorCode the source's own code, for example Entra {@code 50126}
 * @param client user agent or mail client
 * @param attempts how many attempts the record stands for, at least 1
 */
public record SignIn(
        Origin origin,
        Outcome outcome,
        Optional<Failure> failure,
        Optional<IpAddress> ip,
        Place place,
        Protocol protocol,
        Optional<String> client,
        Optional<String> application,
        Optional<String> appId,
        Optional<String> device,
        Optional<String> session,
        Optional<String> errorCode,
        Set<SignInTrait> traits,
        int attempts) implements Evidence {

    /** How the attempt ended. */
    public enum Outcome { SUCCESS, FAILURE, CHALLENGED, BLOCKED }

    /** Why it did not succeed; {@code PROMPT} is a consent or enrolment page, which is no wrong password. */
    public enum Failure { WRONG_PASSWORD, LOCKED, MFA, PROMPT, OTHER }

    /** How the client spoke. {@code LEGACY} is another protocol that knows passwords only. */
    public enum Protocol { WEB, IMAP, POP, SMTP, MANAGESIEVE, ACTIVESYNC, EWS, MAPI, LEGACY, OAUTH, UNKNOWN }

    public SignIn {
        traits = Set.copyOf(traits);
        if (attempts < 1) {
            throw new IllegalArgumentException("a sign-in stands for at least one attempt, not " + attempts);
        }
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.SIGN_IN;
    }

    public boolean succeeded() {
        return outcome == Outcome.SUCCESS;
    }

    /** True for a real credential failure; a consent prompt or an interrupted enrolment is none. */
    public boolean wrongPassword() {
        return failure.filter(why -> why == Failure.WRONG_PASSWORD || why == Failure.LOCKED).isPresent();
    }

    /** True where the password was right, whether or not the sign-in then succeeded. */
    public boolean passwordRight() {
        return succeeded() || traits.contains(SignInTrait.PASSWORD_RIGHT);
    }
}
