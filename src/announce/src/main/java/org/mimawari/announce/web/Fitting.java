package org.mimawari.announce.web;

import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.mimawari.announce.text.AnnouncementText;

/** Finds the longest form of a message that a chat service takes: fewer incidents in words, more as counts. */
final class Fitting {

    private Fitting() {}

    /** @param body the message with so many incidents in words */
    static byte[] longest(IntFunction<byte[]> body, Predicate<byte[]> fits) {
        int items = AnnouncementText.MOST_ITEMS;
        byte[] json = body.apply(items);
        while (!fits.test(json) && items > 0) {
            items = items * 2 / 3;
            json = body.apply(items);
        }
        return json;
    }
}
