package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.MessageIdHabit;
import org.mimawari.indicator.outgoing.MessageIds;
import org.mimawari.indicator.outgoing.Outgoing;

/**
 * Tells whether a message that somebody returned, or complained about, really left through the organisation, or only
 * carried its name. Ours is what a server or audit log or the Sent folder knows by its Message-ID,
 * what bears our DKIM signature (RFC 6376), or what shows two weaker traces: an own server that took it from a
 * signed-in user (RFC 3848) or that handed it over to a stranger's, and a Message-ID built like those of the mailbox's own programs.
 */
final class Provenance {

    /**
     * Where a returned message came from. {@code LIKELY} ours is what one server says that it had from ours, or took from
     * a signed-in user; of what is {@code UNCLEAR}, at most the Message-ID looks like ours, which forgers imitate.
     */
    enum Verdict { OURS, LIKELY, UNCLEAR, FORGED }

    /** What speaks for a message being ours; the words are those of the report. */
    private static final String KNOWN = "message-id-known";
    private static final String SIGNED = "dkim-signature";
    private static final String HANDED_IN = "own-server";
    private static final String HANDED_OVER = "own-server-named";
    private static final String BUILD = "message-id-build";
    private static final String RETURNED = "own-report";
    private static final int LONGEST_HEADER = 1_000;
    /** The name that a server found for the address of its client: {@code (mx.example.jp [192.0.2.10])}. */
    private static final Pattern RESOLVED = Pattern.compile("\\(([a-z0-9.-]{1,255}) ?\\[[0-9a-f:.]{2,45}]");

    /** A server log that ends this long before a message may still be compared with it. */
    private static final Duration LOG_LAG = Duration.ofDays(2);

    private final OwnDomains own;
    private final List<Mailing> mailings;
    private final Map<String, Mailing> known = new HashMap<>();
    private final MessageIdHabit habit;

    Provenance(Outgoing outgoing, OwnDomains own) {
        this.own = own;
        this.mailings = outgoing.mailings();
        outgoing.mailings().forEach(mailing -> mailing.message().messageId()
                .ifPresent(id -> known.putIfAbsent(MessageIds.normalised(id), mailing)));
        this.habit = MessageIdHabit.of(outgoing.mailings().stream()
                .filter(mailing -> mailing.inSentFolder() || mailing.habitual()).toList());
    }

    /** The message with this id among those that were sent. */
    Optional<Mailing> find(String messageId) {
        return Optional.ofNullable(known.get(MessageIds.normalised(messageId)));
    }

    boolean isBuiltLikeOurs(String messageId) {
        return habit.fits(messageId);
    }

    Verdict of(NonDeliveryReport report) {
        return verdict(report.original(), traces(report), report.time());
    }

    Verdict of(OriginalMessage original) {
        return verdict(original, traces(original), Optional.empty());
    }

    private Verdict verdict(OriginalMessage original, Set<String> traces, Optional<Instant> reported) {
        if (traces.contains(KNOWN) || traces.contains(SIGNED) || traces.size() > 1) {
            return Verdict.OURS;
        }
        if (traces.contains(HANDED_IN) || traces.contains(HANDED_OVER)) {
            return Verdict.LIKELY;
        }
        boolean comparable = isJudgeable(original) && isCovered(original.date().or(() -> reported));
        return traces.isEmpty() && comparable ? Verdict.FORGED : Verdict.UNCLEAR;
    }

    /** True where sent mail, or a log that does not end before, shows what the mailbox sent at that time. */
    private boolean isCovered(Optional<Instant> written) {
        if (mailings.isEmpty() || written.isEmpty()) {
            return !mailings.isEmpty();
        }
        Instant time = written.get();
        boolean keepsOn = mailings.stream().anyMatch(Mailing::inSentFolder)
                || mailings.get(mailings.size() - 1).time().isAfter(time.minus(LOG_LAG));
        return !mailings.get(0).time().isAfter(time) && keepsOn;
    }

    /**
     * What speaks for its being ours. That an own server took the message from a signed-in user and returned it itself
     * are two traces: a stranger's server would have put a line of its own on top.
     */
    Set<String> traces(NonDeliveryReport report) {
        Set<String> traces = traces(report.original());
        if (traces.contains(HANDED_IN) && report.reportingServer().map(Provenance::bare).filter(own::contains).isPresent()) {
            traces.add(RETURNED);
        }
        return traces;
    }

    /** {@code dns; mx.example.jp} is the server {@code mx.example.jp} (RFC 3464 section 2.2.2). */
    private static String bare(String server) {
        return server.substring(server.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** What speaks for its being ours. */
    Set<String> traces(OriginalMessage original) {
        Set<String> traces = new TreeSet<>();
        original.messageId().flatMap(this::find).ifPresent(any -> traces.add(KNOWN));
        if (original.signedBy().stream().anyMatch(own::contains)) {
            traces.add(SIGNED);
        }
        if (handedIn(original.received()).isPresent()) {
            traces.add(HANDED_IN);
        } else if (isHandedOver(original.received())) {
            traces.add(HANDED_OVER);
        }
        original.messageId().filter(this::isBuiltLikeOurs).ifPresent(any -> traces.add(BUILD));
        return traces;
    }

    /** From where a signed-in user handed the message to an own server: {@code from HELO (name [ADDRESS])}. */
    Optional<IpAddress> handedInFrom(OriginalMessage original) {
        return handedIn(original.received()).flatMap(header -> {
            int open = header.indexOf('[');
            int close = header.indexOf(']', open + 1);
            int by = header.indexOf(" by ");
            return open < 0 || close < 0 || by >= 0 && by < open ? Optional.empty()
                    : IpAddress.find(header.substring(open + 1, close).replaceFirst("^ipv6:", ""));
        });
    }

    /** A report that quotes next to nothing of the original proves nothing. */
    private static boolean isJudgeable(OriginalMessage original) {
        return !original.received().isEmpty() || original.messageId().isPresent();
    }

    /**
     * The line in which an own server says that it took the message from a signed-in user, where the next server says
     * that it got it from there. A forger can write the first line, but hardly the second.
     */
    private Optional<String> handedIn(List<String> received) {
        for (int i = 0; i < received.size(); i++) {
            String header = lower(received.get(i));
            boolean signedIn = header.contains("esmtpa") || header.contains("esmtpsa")
                    || header.contains("authenticated sender");
            if (signedIn && own.contains(host(header, "by ")) && (i == 0 || cameFromOwn(lower(received.get(i - 1))))) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    /**
     * True where the server that refused it, which wrote the topmost line, says that it got the message from a server
     * whose address has a name of ours. What a client calls itself, outside the brackets or as {@code helo=}, proves
     * nothing (RFC 5321 section 4.4).
     */
    private boolean isHandedOver(List<String> received) {
        String top = received.isEmpty() ? "" : lower(received.get(0));
        int by = top.indexOf(" by ");
        if (by < 0 || own.contains(host(top, "by "))) {
            return false;
        }
        Matcher name = RESOLVED.matcher(top.substring(0, by));
        return name.find() && own.contains(name.group(1));
    }

    private boolean cameFromOwn(String header) {
        int by = header.indexOf(" by ");
        String from = by < 0 ? header : header.substring(0, by);
        for (String word : from.split("[\\s()\\[\\];=]+")) {
            if (own.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The word after this one, where it stands at the beginning or after a space. */
    private static String host(String header, String word) {
        int at = header.startsWith(word) ? 0 : header.indexOf(" " + word) + 1;
        if (at == 0 && !header.startsWith(word)) {
            return "";
        }
        String rest = header.substring(at + word.length()).strip();
        int end = 0;
        while (end < rest.length() && " ();".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static String lower(String header) {
        String capped = header.length() <= LONGEST_HEADER ? header : header.substring(0, LONGEST_HEADER);
        return capped.toLowerCase(Locale.ROOT).replaceAll("\\s", " ");
    }
}
