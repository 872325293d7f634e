package org.mimawari.evidence;

/** What else is known about a mailbox rule. */
public enum RuleTrait {
    /** Seen only when hidden rules were asked for too. */
    HIDDEN,
    /** In a script that the server does not run: not the active one, or one that it must refuse. */
    INACTIVE_SCRIPT,
    /** Further rules are not run after it. */
    STOPS,
    HAS_EXCEPTIONS,
    /** The source marks it as broken. */
    IN_ERROR,
    /** One condition is enough (RFC 5228 {@code anyof}); without it all must hold. */
    ANY_CONDITION,
    /** What it sends on does not stay in the mailbox, as a Sieve redirect without {@code :copy} or keep (RFC 3894). */
    KEEPS_NO_COPY,
    /** Changed in Outlook itself; such audit records carry no name. */
    FROM_OUTLOOK
}
