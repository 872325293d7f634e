package org.mimawari.incident;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;

/**
 * A hypothesis how somebody got in.
 *
 * @param likelihood 0 to 1; the likelihoods of an incident's causes add up to 1
 * @param because ids of the findings that speak for it
 * @param confirmBy kinds of evidence that would settle it
 */
public record Cause(Hypothesis hypothesis, double likelihood, List<String> because, List<EvidenceKind> confirmBy) {

    /** Ways into a mailbox that responders tell apart. */
    public enum Hypothesis {
        /** The password was guessed against this account. */
        GUESSED_PASSWORD,
        /** One of many accounts tried with common passwords. */
        PASSWORD_SPRAY,
        /** Known already: phished, reused elsewhere or stolen by malware on a device. */
        LEAKED_PASSWORD,
        /** A session was stolen through a proxying phishing page. */
        STOLEN_SESSION,
        /** Somebody was talked into granting an application access. */
        CONSENT_PHISHING,
        /** Another account with rights over it was taken over first. */
        ADMINISTRATOR_OR_DELEGATE,
        /** A device code was phished. */
        DEVICE_CODE_PHISHING,
        /** Mail came from an own host without authentication: a web form, a script, an open relay. */
        OWN_HOST,
        /** Only the address was forged; nobody got in. */
        FORGED_SENDER
    }

    public Cause {
        because = List.copyOf(because);
        confirmBy = List.copyOf(confirmBy);
    }
}
