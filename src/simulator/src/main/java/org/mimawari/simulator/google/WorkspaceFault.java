package org.mimawari.simulator.google;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Something that goes wrong: looks at each request, and at the answer it would get, and may put another in its place. */
@FunctionalInterface
public interface WorkspaceFault {

    /** What is answered instead; empty where nothing goes wrong. */
    Optional<WorkspaceReply> instead(WorkspaceRequest request, WorkspaceReply usual);

    /** Answers so, as many times, where the request is one of these. */
    static WorkspaceFault times(int times, Predicate<WorkspaceRequest> which, WorkspaceReply reply) {
        return changing(times, which, usual -> reply);
    }

    /** Changes the answer, as many times, where the request is one of these. */
    static WorkspaceFault changing(int times, Predicate<WorkspaceRequest> which, UnaryOperator<WorkspaceReply> change) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, usual) -> which.test(request) && left.getAndDecrement() > 0 ? Optional.of(change.apply(usual))
                : Optional.empty();
    }
}
