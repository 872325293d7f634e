package org.mimawari.connector.microsoft365.collect;

import org.mimawari.live.ServiceException;

/** Says of a refusal what is missing by its exact name, where that can be told. */
final class Explained {

    private Explained() {}

    static ServiceException of(Kind kind, ServiceException why) {
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
