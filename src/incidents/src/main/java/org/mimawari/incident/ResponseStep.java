package org.mimawari.incident;

/** One thing to do, in the order it should be done. The report words it; {@code mimawari} itself changes nothing. */
public enum ResponseStep {
    PRESERVE_EVIDENCE,
    RESET_PASSWORD,
    REVOKE_SESSIONS,
    BLOCK_SENDING,
    REMOVE_APP_PASSWORDS,
    REVOKE_APP,
    REMOVE_FORWARDING,
    REMOVE_RULE,
    REMOVE_DELEGATE,
    REMOVE_SECOND_FACTOR,
    UNDO_MAIL_FLOW_RULE,
    UNDO_ADMIN_CHANGE,
    RESTORE_AUDIT,
    BLOCK_ADDRESSES,
    CHECK_OTHER_MAILBOXES,
    CHECK_DEVICE,
    WARN_RECIPIENTS,
    CALL_BACK_ON_PAYMENTS,
    ASSESS_EXPOSURE,
    PUBLISH_DMARC,
    CONFIRM_WITH_OWNER
}
