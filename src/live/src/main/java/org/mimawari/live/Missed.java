package org.mimawari.live;

/**
 * Why something was not seen.
 *
 * @param some true where a part of it was seen
 * @param passing true where looking again may show more
 */
public record Missed(String line, boolean some, boolean passing) {

    /** The same, with more to say. */
    public Missed with(String more) {
        return new Missed(line + more, some, passing);
    }

    public static Missed of(ServiceException failure, boolean some) {
        return new Missed(failure.line(), some, failure.reason().isPassing());
    }

    public static Missed of(Reason reason, String detail, boolean some) {
        return new Missed(reason.word() + ": " + detail, some, reason.isPassing());
    }
}
