package org.mimawari.indicator.bounce;

import java.util.Optional;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.SentCopies;

/** Decides of what came in whether it answers a message that the owner does not know of. */
final class UnknownAnswers {

    private static final double USUALLY = 0.5;

    private final Outgoing outgoing;
    private final Provenance provenance;
    private final SentCopies copies;

    UnknownAnswers(Outgoing outgoing, OwnDomains own) {
        this.outgoing = outgoing;
        this.provenance = new Provenance(outgoing, own);
        this.copies = SentCopies.of(outgoing);
    }

    /** True where it names a message that is not in the Sent folder, and such copies are kept. */
    boolean isUnknown(ReceivedMessage received) {
        if (received.inReplyTo().isEmpty() || outgoing.mailings().isEmpty()) {
            return false;
        }
        Optional<Mailing> answered = provenance.find(received.inReplyTo().get());
        return answered.isEmpty() || answersUncopied(received);
    }

    /** True where a server saw the answered message leave but a copy, usually kept, is missing. */
    boolean answersUncopied(ReceivedMessage received) {
        return copies.all().share() >= USUALLY
                && received.inReplyTo().flatMap(provenance::find).filter(copies::isMissing).isPresent();
    }

    /** True where the answered message is ours beyond its mere name. */
    boolean isOurs(ReceivedMessage received) {
        return answersUncopied(received) || received.inReplyTo().filter(provenance::isBuiltLikeOurs).isPresent();
    }
}
