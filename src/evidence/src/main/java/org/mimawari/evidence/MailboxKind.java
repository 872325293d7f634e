package org.mimawari.evidence;

/** Whom a mailbox serves: {@code noreply@} behaves unlike a person. */
public enum MailboxKind {
    PERSON,
    /** Many people read it: {@code info@}, {@code support@}. */
    ROLE,
    /** A machine sends in its name: {@code noreply@}, scanners. */
    ROBOT,
    /** Newsletters and other wanted mass mail. */
    BULK,
    SHARED,
    RETIRED,
    UNKNOWN
}
