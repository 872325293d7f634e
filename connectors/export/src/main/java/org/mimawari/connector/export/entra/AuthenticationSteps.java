package org.mimawari.connector.export.entra;

import org.mimawari.connector.export.tree.Tree;

/** The portal's second download beside each sign-in table, a row for every step of every sign-in. */
final class AuthenticationSteps {

    private AuthenticationSteps() {}

    /** By its columns: steps have a method and a request, but neither user nor address. */
    static boolean recognises(Tree record) {
        return record.has("Request ID") && record.has("Authentication method")
                && record.hasAny("Succeeded", "Result detail", "Requirement", "Authentication method detail")
                && !record.hasAny("IP address", "Application", "clientAppUsed");
    }
}
