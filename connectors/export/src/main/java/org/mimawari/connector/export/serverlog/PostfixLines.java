package org.mimawari.connector.export.serverlog;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.connector.export.serverlog.OpenMessage.Delivery;
import org.mimawari.connector.export.serverlog.OpenMessage.Entrance;
import org.mimawari.connector.export.serverlog.OpenMessage.Fate;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn.Protocol;

/**
 * Reads lines of Postfix 2.x and 3.x, whichever service wrote them: some containers cut the service's name off, so the
 * words behind the queue id decide. Each submission of an authenticated user is also a sign-in, as Postfix logs no
 * other line for it.
 */
final class PostfixLines {

    private static final int SHORTEST_ID = 6;
    private static final int LONGEST_ID = 24;

    private final LogEvidence evidence;
    private final AuthFailures failures;
    private final OpenMessages messages;
    private final SentMail sent;
    private final OwnSide ownSide;

    PostfixLines(LogEvidence evidence, AuthFailures failures, SentMail sent, OwnSide ownSide) {
        this.evidence = evidence;
        this.failures = failures;
        this.sent = sent;
        this.ownSide = ownSide;
        this.messages = new OpenMessages(sent::settle);
    }

    void finish() {
        messages.finish();
    }

    /** Reads the line; false where it says nothing that only Postfix says. */
    boolean read(LogLine line) {
        int start = line.message;
        if (line.startsWith(start, "warning: ")) {
            return failure(line, start + "warning: ".length());
        }
        int colon = idEnd(line, start);
        if (colon < 0) {
            return false;
        }
        int body = colon + 2;
        long key = LineHash.with(LineHash.of(line.bytes, start, colon), line.host);
        boolean known = switch (line.at(body)) {
            case 'c' -> line.startsWith(body, "client=") && submission(line, body, key);
            case 'u' -> line.startsWith(body, "uid=") && pickup(line, body, key);
            case 'm' -> line.startsWith(body, "message-id=") && messageId(line, body, key);
            case 'f' -> line.startsWith(body, "from=<") && queued(line, body, key);
            case 't' -> line.startsWith(body, "to=") && delivery(line, body, key);
            case 'r' -> line.startsWith(body, "removed") && line.to == body + "removed".length() && removed(key);
            case 's' -> line.startsWith(body, "sender non-delivery notification: ") && bounced(line, body, key);
            default -> header(line, body, key);
        };
        if (known) {
            line.source.saw(Sighting.POSTFIX);
        }
        return known;
    }

    /** The colon behind a queue id (short or long form); −1 where none begins the message. */
    private static int idEnd(LogLine line, int start) {
        int end = start;
        while (end - start <= LONGEST_ID && isIdCharacter(line.at(end))) {
            end++;
        }
        boolean fits = end - start >= SHORTEST_ID && end - start <= LONGEST_ID;
        boolean closed = line.at(end) == ':' && line.at(end + 1) == ' ';
        return fits && closed && !line.startsWith(start, "NOQUEUE:") ? end : -1;
    }

    private static boolean isIdCharacter(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** {@code client=host[IP], sasl_method=PLAIN, sasl_username=u}; the user's name is the last or last but few. */
    private boolean submission(LogLine line, int body, long key) {
        OpenMessage message = messages.begin(key, line.point());
        int open = line.stop(body, "[");
        int close = line.stop(open, "]");
        message.ip = open < line.to ? line.ip(open + 1, close) : Optional.empty();
        line.source.saw(Sighting.SMTP_MESSAGE);
        int name = line.find(", sasl_username=", close);
        if (name < 0) {
            boolean own = message.ip.filter(IpAddress::isLocal).isPresent();
            message.entrance = own ? Entrance.OWN_HOST : Entrance.OUTSIDE;
            return true;
        }
        int from = name + ", sasl_username=".length();
        int further = line.find(", sasl_sender=", from);
        further = further < 0 ? line.find(", orig_", from) : further;
        message.entrance = Entrance.AUTHENTICATED;
        message.user = line.text(from, further < 0 ? line.to : further);
        line.source.saw(Sighting.SMTP_LOGIN);
        ownSide.learn(message.user);
        failures.succeeded(message.ip, message.user);
        evidence.success(new Login(line.point(), message.user, message.ip, Protocol.SMTP, Optional.empty(),
                Optional.empty()), Set.of());
        return true;
    }

    private boolean pickup(LogLine line, int body, long key) {
        OpenMessage message = messages.begin(key, line.point());
        message.entrance = Entrance.OWN_HOST;
        int from = line.find(" from=<", body);
        message.envelopeFrom = from < 0 ? "" : line.textUntil(from + " from=<".length(), ">");
        line.source.saw(Sighting.SMTP_MESSAGE);
        return true;
    }

    private boolean messageId(LogLine line, int body, long key) {
        messages.identify(messages.get(key, line.point()), line.text(body + "message-id=".length(), line.to));
        return true;
    }

    /** {@code from=<f>, size=N, nrcpt=N (queue active)} or {@code from=<f>, status=expired, returned to sender}. */
    private boolean queued(LogLine line, int body, long key) {
        int end = line.find(">, ", body);
        if (end < 0) {
            return false;
        }
        OpenMessage message = messages.get(key, line.point());
        message.envelopeFrom = line.text(body + "from=<".length(), end);
        line.source.saw(Sighting.SMTP_MESSAGE);
        if (line.startsWith(end, ">, status=expired")) {
            message.expire();
        } else {
            message.queued = true;
            sent.sawQueue();
            message.size = Math.max(message.size, line.numberAfter(", size=", end));
            message.expect((int) Math.min(Integer.MAX_VALUE, line.numberAfter(", nrcpt=", end)));
        }
        return true;
    }

    private boolean delivery(LogLine line, int body, long key) {
        int from = body + "to=".length();
        boolean bracketed = line.at(from) == '<';
        int end = bracketed ? line.find(">, ", from) : line.stop(from, ",");
        int relay = end < 0 ? -1 : line.find(" relay=", end);
        int status = relay < 0 ? -1 : line.find(", status=", relay);
        if (status < 0) {
            return false;
        }
        String recipient = line.text(bracketed ? from + 1 : from, end).toLowerCase(Locale.ROOT);
        int word = status + ", status=".length();
        int dsn = line.find(", dsn=", relay, status);
        String code = dsn < 0 ? "" : line.textUntil(dsn + ", dsn=".length(), ",");
        boolean local = isLocal(line, relay + " relay=".length());
        fate(line, word).ifPresent(fate -> {
            if (local && fate == Fate.SENT) {
                ownSide.learn(recipient);
            }
            messages.deliver(messages.get(key, line.point()), recipient, new Delivery(fate, code, local));
        });
        line.source.saw(Sighting.SMTP_MESSAGE);
        return true;
    }

    /** Empty for a probe of the address, with which no mail was sent. */
    private static Optional<Fate> fate(LogLine line, int word) {
        if (line.startsWith(word, "sent ")) {
            return Optional.of(Fate.SENT);
        }
        if (line.startsWith(word, "bounced ")) {
            return Optional.of(Fate.BOUNCED);
        }
        return line.startsWith(word, "deferred ") ? Optional.of(Fate.DEFERRED) : Optional.empty();
    }

    /** Delivered into a mailbox: by {@code local}, {@code virtual} or {@code pipe}, or to Dovecot's or Cyrus's LMTP. */
    private static boolean isLocal(LogLine line, int relay) {
        int end = line.stop(relay, ",");
        boolean remote = line.at(end - 1) >= '0' && line.at(end - 1) <= '9' && line.find("]:", relay, end) > 0;
        boolean nowhere = line.startsWith(relay, "none,");
        boolean lmtp = line.startsWith(line.tagTo - "/lmtp".length(), "/lmtp");
        return !nowhere && (!remote || lmtp || line.endsWith("Saved)"));
    }

    private boolean bounced(LogLine line, int body, long key) {
        int from = body + "sender non-delivery notification: ".length();
        int end = line.stop(from, " ,");
        long report = LineHash.with(LineHash.of(line.bytes, from, end), line.host);
        Optional<String> reportId = messages.find(report).flatMap(message -> message.messageId);
        messages.find(key).ifPresent(message -> sent.bounced(message, line.point(), reportId));
        return true;
    }

    private boolean removed(long key) {
        messages.close(key);
        return true;
    }

    /** {@code info: header Subject: … from host[IP]; from=<f> to=<t> proto=ESMTP helo=<h>}, from header_checks. */
    private boolean header(LogLine line, int body, long key) {
        int at = line.find(": header ", body, Math.min(line.to, body + 40));
        if (at < 0) {
            return false;
        }
        int name = at + ": header ".length();
        OpenMessage message = messages.get(key, line.point());
        HeaderCheck.value(line, name, "Subject: ").ifPresent(
                text -> message.subject = Optional.of(EncodedWords.decoded(text)));
        HeaderCheck.value(line, name, "X-Mailer: ").or(() -> HeaderCheck.value(line, name, "User-Agent: "))
                .ifPresent(text -> message.mailer = Optional.of(EncodedWords.decoded(text)));
        HeaderCheck.helo(line, name).ifPresent(helo -> message.helo = Optional.of(helo));
        return true;
    }

    /** {@code host[IP]: SASL PLAIN authentication failed: reason[, sasl_username=u]}; the reason is not kept. */
    private boolean failure(LogLine line, int start) {
        int sasl = line.find("]: SASL ", start);
        int failed = sasl < 0 ? -1 : line.find(" authentication failed", sasl, Math.min(line.to, sasl + 80));
        int open = sasl < 0 ? -1 : line.findLast("[", start, sasl);
        if (failed < 0 || open < 0) {
            return false;
        }
        int name = line.findLast(", sasl_username=", failed);
        String user = name < 0 ? "" : line.text(name + ", sasl_username=".length(), line.to);
        line.source.saw(Sighting.POSTFIX);
        line.source.saw(Sighting.LOGIN_FAILURE);
        Login login = new Login(line.point(), user.equals("(unavailable)") ? "" : user, line.ip(open + 1, sasl),
                Protocol.SMTP, Optional.empty(), Optional.empty());
        if (isUndecided(line, failed + " authentication failed".length())) {
            evidence.undecided(login);
        } else {
            failures.submission(login);
        }
        return true;
    }

    /** The server could not ask whether the password is right. */
    private static boolean isUndecided(LogLine line, int reason) {
        return line.startsWith(reason, ": Temporary authentication failure")
                || line.startsWith(reason, ": Connection lost to authentication server");
    }
}
