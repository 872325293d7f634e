package org.mimawari.connector.google.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.export.tree.TreeBuilder;
import org.mimawari.live.PageStore;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Reads a list to its end, page by page, as far as it goes, and never in circles, whether the tokens repeat or only the
 * pages. A list whose place expired is begun anew, twice at most; its records then come again, and are told apart by what
 * they hold. Records are handed over a page at a time, when the page is known.
 */
public final class Listing {

    private static final int MOST_PAGES = 200_000;
    private static final int MOST_EMPTY = 500;
    private static final int MOST_RESTARTS = 2;

    /** The request for a page. */
    @FunctionalInterface
    public interface Pages {
        /** @param token where the page begins; an empty text for the first */
        Call page(String token);
    }

    /** Takes one record; the parser stands on its first token and must be left at its last. */
    @FunctionalInterface
    public interface Records {
        void take(JsonParser parser) throws IOException;

        /** A page was handed over. */
        default void endPage() throws ServiceException, InterruptedException {}

        /** True where nothing further is wanted. */
        default boolean isEnough() {
            return false;
        }

        /** A taker of trees; one that is too large, or no object, is nothing. */
        static Records ofTrees(TreeTaker taker) {
            return parser -> taker.take(new TreeBuilder().read(parser).orElse(Tree.NONE));
        }
    }

    /** Takes one record as a tree. */
    @FunctionalInterface
    public interface TreeTaker {
        void take(Tree record);
    }

    private final GoogleClient client;
    private final PageStore store;
    private final String list;

    /** @param list the name of the list in the answers */
    public Listing(GoogleClient client, PageStore store, String list) {
        this.client = client;
        this.store = store;
        this.list = list;
    }

    /** What is known of a list while it is being read. */
    private static final class Course {
        private final Set<String> tokens = new HashSet<>();
        private final Set<Long> prints = new HashSet<>();
        private int pages;
        private int empty;
    }

    /** Reads the list; says why it was not read to its end. */
    public Optional<ServiceException> read(Pages pages, Records records) throws InterruptedException {
        for (int restarts = 0; ; restarts++) {
            try {
                read(pages, records, new Course());
                return Optional.empty();
            } catch (ServiceException e) {
                boolean again = e.reason() == Reason.PAGE_EXPIRED && restarts < MOST_RESTARTS;
                if (!again) {
                    return Optional.of(e);
                }
                store.discard(pages.page("").address());
            }
        }
    }

    private void read(Pages pages, Records records, Course course) throws ServiceException, InterruptedException {
        String token = "";
        do {
            if (!course.tokens.add(token)) {
                throw new ServiceException(Reason.PAGING_LOOP, "a page named one as its next that was read before");
            }
            Page page = page(pages, token, course.pages);
            check(page, course);
            deliver(page, records);
            records.endPage();
            if (page.isLost()) {
                throw new ServiceException(Reason.BAD_DATA, "the next page has no readable name");
            }
            token = page.next();
        } while (!token.isEmpty() && !records.isEnough());
    }

    private Page page(Pages pages, String token, int number) throws ServiceException, InterruptedException {
        String first = pages.page("").address();
        Optional<byte[]> kept = store.find(first, number);
        if (kept.isPresent()) {
            return Page.of(kept.get(), list);
        }
        Page page = Page.of(client.get(pages.page(token)), list);
        if (page.broken().isEmpty()) {
            store.keep(first, number, page.body());
        }
        return page;
    }

    private static void check(Page page, Course course) throws ServiceException {
        course.pages++;
        course.empty = page.items() == 0 ? course.empty + 1 : 0;
        if (course.empty > MOST_EMPTY || course.pages > MOST_PAGES) {
            throw new ServiceException(Reason.PAGING_LOOP, "the list does not come to an end");
        }
        if (page.items() > 0 && !course.prints.add(page.print())) {
            throw new ServiceException(Reason.PAGING_LOOP, "the same page came twice under different tokens");
        }
    }

    private static void deliver(Page page, Records records) throws ServiceException {
        try {
            page.each(records::take);
        } catch (IOException e) {
            throw new ServiceException(Reason.BAD_DATA, "a record of the page cannot be read");
        }
        if (page.broken().isPresent()) {
            throw new ServiceException(Reason.BAD_DATA, page.broken().get());
        }
    }
}
