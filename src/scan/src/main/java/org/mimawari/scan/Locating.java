package org.mimawari.scan;

import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

/** Adds the operator's knowledge of addresses where the source itself gave none: the provider's own word goes first. */
final class Locating {

    private Locating() {}

    static Evidence located(Evidence evidence, PlaceTable places) {
        if (places == PlaceTable.NONE) {
            return evidence;
        }
        if (evidence instanceof SignIn s && s.place().isUnknown() && s.ip().isPresent()) {
            return new SignIn(s.origin(), s.outcome(), s.failure(), s.ip(), places.place(s.ip().get()), s.protocol(),
                    s.client(), s.application(), s.appId(), s.device(), s.session(), s.errorCode(), s.traits(),
                    s.attempts());
        }
        if (evidence instanceof SentMessage m && m.place().isUnknown() && m.ip().isPresent()) {
            return new SentMessage(m.origin(), m.route(), m.messageId(), m.subject(), m.from(), m.envelopeFrom(),
                    m.replyTo(), m.recipients(), m.to(), m.hidden(), m.bounced(), m.deferred(), m.ip(),
                    places.place(m.ip().get()), m.client(), m.inReplyTo(), m.size(), m.content());
        }
        return evidence;
    }
}
