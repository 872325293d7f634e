package org.mimawari.indicator.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.indicator.words.FactList;

/** Permissions that open mail or its settings, as Microsoft and Google name them. */
final class MailScopes {

    private static final Set<String> MAIL = FactList.load("mail-scopes").keys();

    private MailScopes() {}

    /** The permissions of the application that open mail, in their order. */
    static List<String> of(ConnectedApp app) {
        return app.scopes().stream().filter(MailScopes::opensMail).toList();
    }

    static boolean opensMail(String scope) {
        String lower = scope.strip().toLowerCase(Locale.ROOT);
        String shortened = shortened(lower);
        return MAIL.stream().anyMatch(each -> shortened.equals(each) || each.endsWith("*")
                && shortened.startsWith(each.substring(0, each.length() - 1)));
    }

    /**
     * {@code https://graph.microsoft.com/Mail.Read} and {@code https://www.googleapis.com/auth/gmail.modify} by name.
     */
    private static String shortened(String scope) {
        String bare = scope.endsWith("/") ? scope.substring(0, scope.length() - 1) : scope;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }
}
