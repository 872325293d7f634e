package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import com.fasterxml.jackson.core.JsonParser;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.live.PageStore;
import org.mimawari.live.Reading;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Reads a list to its end, page by page, as far as it goes: never to another host, never in circles, whether the links
 * repeat or only the pages. A list whose place expired is begun anew, twice at most; its records then come again, and are
 * told apart by their ids. Records are handed over a page at a time, when the page is known.
 */
public final class Listing {

    private static final int MOST_PAGES = 200_000;
    private static final int MOST_EMPTY = 500;
    private static final int MOST_RESTARTS = 2;

    /** Takes one record; the parser stands on its first token and must be left at its last. */
    @FunctionalInterface
    public interface Records {
        void take(JsonParser parser) throws IOException;

        /** A taker of trees. */
        static Records ofTrees(TreeTaker taker) {
            return parser -> taker.take(Page.tree(parser));
        }
    }

    /** Takes one record as a tree; one that is too large, or no object, is nothing. */
    @FunctionalInterface
    public interface TreeTaker {
        void take(Tree record);
    }

    /**
     * How a list was read.
     *
     * @param count how many records it says it has, where it says so
     * @param failure why it was not read to its end; empty where it was
     */
    public record Outcome(long records, OptionalLong count, Optional<ServiceException> failure) {

        public boolean isWhole() {
            return failure.isEmpty();
        }
    }

    /** Brings the body of one page. */
    @FunctionalInterface
    private interface Fetch {
        byte[] page(String link) throws ServiceException, InterruptedException;
    }

    private final Fetch fetch;
    private final PageStore store;
    private final String name;

    public Listing(GraphClient client, Service service, PageStore store) {
        this(link -> client.get(service, link), store, "");
    }

    /** @param name what tells lists apart that begin at the same path */
    private Listing(Fetch fetch, PageStore store, String name) {
        this.fetch = fetch;
        this.store = store;
        this.name = name;
    }

    /** The list that a command of Exchange shows. */
    public static Listing of(GraphClient client, ExchangeCommand command, PageStore store) {
        return new Listing(link -> client.runShowing(link, command), store, command.json());
    }

    /** What is known of a list while it is being read. */
    private static final class Reading {
        private final Set<String> links = new HashSet<>();
        private final Set<Long> pages = new HashSet<>();
        private int number;
        private int empty;
        private long records;
        private OptionalLong count = OptionalLong.empty();
    }

    /** Reads the list that begins at this path. */
    public Outcome read(String first, Records records) throws InterruptedException {
        long delivered = 0;
        for (int restarts = 0; ; restarts++) {
            Reading reading = new Reading();
            try {
                read(first, records, reading);
                return new Outcome(delivered + reading.records, reading.count, Optional.empty());
            } catch (ServiceException e) {
                delivered += reading.records;
                boolean again = e.reason() == Reason.PAGE_EXPIRED && restarts < MOST_RESTARTS;
                if (!again) {
                    return new Outcome(delivered, reading.count, Optional.of(e));
                }
                store.discard(name + first);
            }
        }
    }

    private void read(String first, Records records, Reading reading) throws ServiceException, InterruptedException {
        Optional<String> link = Optional.of(first);
        while (link.isPresent()) {
            if (!reading.links.add(link.get())) {
                throw new ServiceException(Reason.PAGING_LOOP, "a page named one as its next that was read before");
            }
            Page page = page(first, link.get(), reading.number++);
            check(page, reading);
            deliver(page, records, reading);
            link = page.next();
        }
    }

    private Page page(String first, String link, int number) throws ServiceException, InterruptedException {
        Optional<byte[]> kept = store.find(name + first, number);
        if (kept.isPresent()) {
            return Page.of(kept.get());
        }
        Page page = Page.of(fetch.page(link));
        if (page.broken().isEmpty()) {
            store.keep(name + first, number, page.body());
        }
        return page;
    }

    private static void check(Page page, Reading reading) throws ServiceException {
        reading.empty = page.items() == 0 ? reading.empty + 1 : 0;
        boolean endless = reading.empty > MOST_EMPTY || reading.number > MOST_PAGES;
        if (endless) {
            throw new ServiceException(Reason.PAGING_LOOP, "the list does not come to an end");
        }
        if (page.items() > 0 && !reading.pages.add(page.print())) {
            throw new ServiceException(Reason.PAGING_LOOP, "the same page came twice under different links");
        }
    }

    private static void deliver(Page page, Records records, Reading reading) throws ServiceException {
        reading.count = page.count().isPresent() ? page.count() : reading.count;
        try {
            page.each(parser -> {
                reading.records++;
                records.take(parser);
            });
        } catch (IOException e) {
            throw new ServiceException(Reason.BAD_DATA, "a record of the page cannot be read");
        }
        if (page.broken().isPresent()) {
            throw new ServiceException(Reason.BAD_DATA, page.broken().get());
        }
    }
}
