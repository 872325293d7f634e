package org.mimawari.indicator.signin;

import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Protocol;

/** Ways to sign in that know a password only, so that no second factor can stop a thief. */
final class LegacyProtocol {

    private LegacyProtocol() {}

    static boolean isUsedBy(SignIn signIn) {
        return isLegacy(signIn.protocol());
    }

    static boolean isLegacy(Protocol protocol) {
        return switch (protocol) {
            case IMAP, POP, SMTP, MANAGESIEVE, ACTIVESYNC, EWS, MAPI, LEGACY -> true;
            case WEB, OAUTH, UNKNOWN -> false;
        };
    }

    /** True for the mail protocols proper, which a bought password opens from anywhere. */
    static boolean isMailProtocol(SignIn signIn) {
        Protocol protocol = signIn.protocol();
        return isUsedBy(signIn) && protocol != Protocol.EWS && protocol != Protocol.MAPI;
    }
}
