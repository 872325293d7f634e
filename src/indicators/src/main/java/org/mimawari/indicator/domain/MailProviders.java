package org.mimawari.indicator.domain;

import org.mimawari.indicator.words.ExactWords;

/** Domains under which many unrelated people have mailboxes. */
public final class MailProviders {

    private static final ExactWords FREEMAIL = ExactWords.load("freemail");
    private static final ExactWords CARRIERS = ExactWords.load("carrier-mail");

    private MailProviders() {}

    /** True where anybody can open a mailbox there, or a temporary one. */
    public static boolean isFreemail(String domain) {
        return FREEMAIL.containsDomain(domain);
    }

    /** True for mail of Japanese mobile carriers. */
    public static boolean isCarrier(String domain) {
        return CARRIERS.containsDomain(domain);
    }

    public static boolean isPublic(String domain) {
        return isFreemail(domain) || isCarrier(domain);
    }
}
