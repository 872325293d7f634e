package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Reason;

/**
 * The facts every sign-in finding names: {@code ip} and {@code addresses}, {@code country}, {@code network},
 * {@code client}, {@code protocol}, {@code count} (attempts). What a record does not say is a dash.
 */
final class SignInReason {

    private static final int MOST = 20;
    private static final int LONGEST = 120;
    private static final String UNKNOWN = "–";

    private SignInReason() {}

    static Reason of(List<SignIn> signIns) {
        return Reason.text("ip", first(signIns, s -> s.ip().map(IpAddress::text)))
                .andTexts("addresses", signIns.stream().flatMap(s -> s.ip().stream()).map(IpAddress::text).distinct()
                        .limit(MOST).toList())
                .andText("country", first(signIns, s -> s.place().country()))
                .andText("network", first(signIns, s -> s.place().network().map(number -> "AS" + number)))
                .andText("client", first(signIns, SignIn::client))
                .andText("protocol", first(signIns, s -> Optional.of(Words.of(s.protocol()))))
                .andNumber("count", signIns.stream().mapToLong(SignIn::attempts).sum());
    }

    private static String first(List<SignIn> signIns, Function<SignIn, Optional<String>> fact) {
        String text = signIns.stream().flatMap(signIn -> fact.apply(signIn).stream()).findFirst().orElse(UNKNOWN);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
