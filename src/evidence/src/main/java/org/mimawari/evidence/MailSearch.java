package org.mimawari.evidence;

/** A search in a mailbox, with the words that were looked for. */
public record MailSearch(Origin origin, String query, Actor actor) implements Evidence {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.MAIL_SEARCH;
    }
}
