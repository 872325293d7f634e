package org.mimawari.connector.microsoft365.collect;

import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/** Says of a refusal what is missing by its exact name, where that can be told. */
final class Explained {

    private Explained() {}

    static ServiceException of(Kind kind, ServiceException why) {
        return kind == Kind.EXCHANGE_ADMIN ? exchange(why) : graph(kind, why);
    }

    /** Exchange refuses the token itself, with 401, where the application lacks the permission. */
    private static ServiceException exchange(ServiceException why) {
        boolean isRefused = why.reason() == Reason.PERMISSION_MISSING || why.reason() == Reason.POLICY_EXCLUDED
                || why.reason() == Reason.AUTH_FAILED && why.status() == 401;
        if (isRefused) {
            return why.as(why.reason(), "the application lacks " + Kind.EXCHANGE_ADMIN.permission() + " or "
                    + Kind.EXCHANGE_ADMIN.licence());
        }
        return why.reason() == Reason.OBJECT_GONE ? why.as(why.reason(), "Microsoft does not offer this route here")
                : why;
    }

    private static ServiceException graph(Kind kind, ServiceException why) {
        return switch (why.reason()) {
            case POLICY_EXCLUDED -> why.as(why.reason(), kind.isOfMailbox() ? "the mailbox is outside the application's"
                    + " scope, or the application lacks " + kind.permission() : "the application lacks " + kind.permission());
            case PERMISSION_MISSING -> why.as(why.reason(), "the application lacks " + kind.permission());
            case LICENCE_MISSING -> kind.licence().isEmpty() ? why
                    : why.as(why.reason(), "the tenant has no " + kind.licence());
            case OBJECT_GONE, NOT_SUPPORTED_IN_CLOUD -> why.as(why.reason(), "this cloud or tenant does not offer it");
            default -> why;
        };
    }
}
