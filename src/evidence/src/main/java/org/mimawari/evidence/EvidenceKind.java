package org.mimawari.evidence;

/** The closed set of evidence kinds; the words are those of {@code mimawari evidence} and of the report. */
public enum EvidenceKind {
    SIGN_IN,
    MAILBOX_RULE,
    FORWARDING_SETTING,
    SETTING_CHANGE,
    MAIL_FLOW_RULE,
    SENT_MESSAGE,
    RECEIVED_MESSAGE,
    NON_DELIVERY_REPORT,
    FEEDBACK_REPORT,
    MAIL_ACCESS,
    MAIL_REMOVAL,
    MAIL_SEARCH,
    DELEGATION,
    CONNECTED_APP,
    SEND_AS_ADDRESS,
    AUTO_REPLY,
    PROVIDER_ALERT,
    MAILBOX_PROFILE;

    /** The kind as written in evidence lines and reports, for example {@code sign-in}. */
    public String word() {
        return Words.of(this);
    }
}
