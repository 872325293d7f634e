package org.mimawari.connector.google.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.google.api.Call;
import org.mimawari.connector.google.api.GoogleClient;
import org.mimawari.connector.google.api.Json;
import org.mimawari.connector.google.api.Listing;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.PageStore;
import org.mimawari.live.Reading;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * What all readers of one round share.
 *
 * @param store what an attempt at this round that was killed has read
 * @param kinds what is wanted, in order
 * @param since from when on logs are read
 * @param now when the round began; nothing later is asked for
 */
record Round(GoogleClient client, PageStore store, Reading reading, List<Kind> kinds, Instant since, Instant now) {

    /** How sources begin that are lists of Google's. */
    static final String ROOT = "google/";

    Round {
        kinds = List.copyOf(kinds);
    }

    /** The source of a list of one user. */
    static String source(MailboxAddress user, Kind kind) {
        return ROOT + "users/" + user.text() + "/" + kind.list();
    }

    /** A list, by its name in the answers; pages that an attempt that was killed has read are not asked for again. */
    Listing list(String name) {
        return new Listing(client, store, name);
    }

    /** A single object, from an attempt that was killed where that had it. */
    byte[] single(Call call) throws ServiceException, InterruptedException {
        Optional<byte[]> kept = store.find(call.address(), 0);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] answer = client.get(call);
        if (Json.object(answer).isObject()) {
            store.keep(call.address(), 0, answer);
        }
        return answer;
    }

    boolean wants(Kind kind) {
        return kinds.contains(kind);
    }

    /** Says of a refusal what is missing by its exact name, where that can be told. */
    ServiceException explained(Kind kind, ServiceException why) {
        return switch (why.reason()) {
            case OBJECT_GONE -> why.as(why.reason(), kind.isOfUser() ? "the user is no longer there"
                    : "this organisation does not have it");
            case LICENCE_MISSING -> why.as(why.reason(), "the edition of this organisation does not have " + kind.word());
            case PERMISSION_MISSING, SERVICE_ERROR -> kind == Kind.GMAIL && (why.status() == 400 || why.status() == 403)
                    ? why.as(Reason.LICENCE_MISSING, "the log of messages is in higher editions only") : why;
            default -> why;
        };
    }
}
