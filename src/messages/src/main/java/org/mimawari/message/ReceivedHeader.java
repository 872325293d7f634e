package org.mimawari.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.evidence.IpAddress;

/** What a Received header (RFC 5321 §4.4) says of who handed the message over. */
public final class ReceivedHeader {

    private static final int LOOK = 2_000;

    private ReceivedHeader() {}

    /**
     * Where a message was submitted from: the client of the oldest hop that was authenticated (RFC 3848
     * {@code ESMTPA}, {@code ESMTPSA}) or came in by HTTP, else of the oldest hop that names a public address, else of
     * the oldest that names any.
     *
     * @param received the headers as they stand, newest first
     */
    public static Optional<IpAddress> submittedFrom(List<String> received) {
        Optional<IpAddress> any = Optional.empty();
        Optional<IpAddress> open = Optional.empty();
        for (int i = received.size() - 1; i >= 0; i--) {
            Optional<IpAddress> client = client(received.get(i));
            if (client.isPresent() && isSubmission(received.get(i))) {
                return client;
            }
            any = any.or(() -> client);
            open = open.or(() -> client.filter(address -> !address.isLocal()));
        }
        return open.isPresent() ? open : any;
    }

    /** True where the client signed in before it handed the message over. */
    public static boolean isSubmission(String received) {
        String lower = shortened(received).toLowerCase(Locale.ROOT);
        return lower.contains("esmtpsa") || lower.contains("esmtpa ") || lower.contains("authenticated sender")
                || lower.contains("authenticated bits") || lower.contains("with http") || lower.contains("auth=");
    }

    /** The address the receiving server saw, in the part before {@code by}. */
    public static Optional<IpAddress> client(String received) {
        String look = shortened(received);
        if (!look.regionMatches(true, 0, "from", 0, 4)) {
            return Optional.empty();
        }
        int by = look.indexOf(" by ");
        String from = by < 0 ? look : look.substring(0, by);
        Optional<IpAddress> inParentheses = bracketed(from, from.indexOf('('));
        return inParentheses.or(() -> bracketed(from, 0)).or(() -> bare(from));
    }

    private static Optional<IpAddress> bracketed(String text, int from) {
        int open = from < 0 ? -1 : text.indexOf('[', from);
        while (open >= 0) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                return Optional.empty();
            }
            Optional<IpAddress> found = IpAddress.find(text.substring(open + 1, close));
            if (found.isPresent()) {
                return found;
            }
            open = text.indexOf('[', close);
        }
        return Optional.empty();
    }

    /** Some servers write the address without brackets: {@code from host (192.0.2.1)}. */
    private static Optional<IpAddress> bare(String text) {
        for (String word : text.split("[ ()\t;,]+")) {
            boolean fits = word.length() >= 7 && word.indexOf('.') > 0 || word.indexOf("::") >= 0;
            Optional<IpAddress> found = fits ? IpAddress.find(word) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String shortened(String received) {
        return received.length() <= LOOK ? received : received.substring(0, LOOK);
    }
}
