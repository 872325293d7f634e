package org.mimawari.scan;

import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.habit.ClientFamily;
import org.mimawari.indicator.outgoing.MessageIdHabit;
import org.mimawari.indicator.sent.Script;
import org.mimawari.indicator.words.TextMemory;

/**
 * What can be usual of a piece of evidence, each as a number: from where, with what, in whose name, in which script.
 */
final class Traits {

    private final TextMemory<String> families;

    /** @param families of clients, remembered for all mailboxes */
    Traits(TextMemory<String> families) {
        this.families = families;
    }

    /** Remembers the families of clients, which all mailboxes share. */
    static TextMemory<String> families() {
        return new TextMemory<>(ClientFamily::of);
    }

    int[] of(Evidence piece) {
        if (piece instanceof SignIn s) {
            return new int[] {trait(0, place(s.ip(), s.place()), ""), trait(1, family(s.client()), s.protocol().name()),
                trait(2, s.appId().orElse(""), s.application().orElse("")),
                trait(3, s.traits().isEmpty() ? "" : s.traits().stream().sorted().toList().toString(),
                        s.device().orElse("")),
                trait(4, place(s.ip(), s.place()), family(s.client()))};
        }
        if (piece instanceof MailAccess a) {
            return new int[] {trait(5, place(a.actor()), family(a.actor().client())),
                trait(6, a.type().name() + a.throttled(), by(a.actor()))};
        }
        if (piece instanceof SentMessage m) {
            return new int[] {trait(7, place(m.ip(), m.place()), family(m.client())),
                trait(8, m.route().name() + m.from().orElse(""), m.replyTo().orElse("") + m.envelopeFrom().orElse("")),
                trait(11, m.subject().flatMap(Script::of).orElse(""), ""),
                trait(12, m.messageId().map(MessageIdHabit::grammar).orElse(""), "")};
        }
        MailRemoval r = (MailRemoval) piece;
        return new int[] {trait(9, place(r.actor()), family(r.actor().client())), trait(10,
                r.type().name() + by(r.actor()),
                r.folder().orElse("") + "\u0000" + r.destination().orElse(""))};
    }

    static int near(IpAddress ip) {
        return trait(13, ip.neighbourhood(), "");
    }

    private static String by(Actor actor) {
        return actor.role().name() + actor.user().orElse("") + actor.appId().orElse("");
    }

    private static String place(Actor actor) {
        return place(actor.ip(), actor.place());
    }

    private static String place(Optional<IpAddress> ip, Place place) {
        String near = ip.map(IpAddress::neighbourhood).orElse("");
        return place.isUnknown() ? near : near + place.country().orElse("") + place.network().orElse(0L);
    }

    private String family(Optional<String> client) {
        return client.map(families::of).orElse("");
    }

    private static int trait(int property, String value, String other) {
        long print = new Fingerprint().add(property).add(value).add(other).value();
        return (int) (print ^ print >>> 32);
    }

    /** From where and with what the session of a piece was used. */
    int whereabouts(Evidence piece) {
        if (piece instanceof SignIn s) {
            return trait(0, place(s.ip(), s.place()), family(s.client()) + s.device().orElse(""));
        }
        return trait(0, place(piece.actor()), family(piece.actor().client()));
    }

    static Optional<Integer> session(Evidence piece) {
        Optional<String> session = piece instanceof SignIn signIn ? signIn.session() : piece.actor().session();
        return session.filter(text -> !text.isBlank()).map(text -> trait(0, text, ""));
    }
}
