package org.mimawari.simulator.graph;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Something that goes wrong: looks at each request, and at the answer it would get, and may put another in its place. */
@FunctionalInterface
public interface GraphFault {

    /** What is answered instead; empty where nothing goes wrong. */
    Optional<GraphReply> instead(GraphRequest request, GraphReply usual);

    /** Answers so, as many times, where the request is one of these. */
    static GraphFault times(int times, Predicate<GraphRequest> which, GraphReply reply) {
        return changing(times, which, usual -> reply);
    }

    /** Answers so whenever the request is one of these. */
    static GraphFault always(Predicate<GraphRequest> which, GraphReply reply) {
        return times(Integer.MAX_VALUE, which, reply);
    }

    /** Changes the answer, as many times, where the request is one of these. */
    static GraphFault changing(int times, Predicate<GraphRequest> which, UnaryOperator<GraphReply> change) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, usual) -> which.test(request) && left.getAndDecrement() > 0 ? Optional.of(change.apply(usual))
                : Optional.empty();
    }
}
