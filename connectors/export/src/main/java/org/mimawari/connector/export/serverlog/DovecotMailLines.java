package org.mimawari.connector.export.serverlog;

import java.util.Optional;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval.RemovedItem;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SignIn.Protocol;

/** Reads what Dovecot's mail processes say of one user's session or delivery: what was read, deleted or filtered. */
final class DovecotMailLines {

    private static final int NEAR = 80;

    private final LogEvidence evidence;
    private final Sessions sessions;
    private final SieveLines sieve;

    DovecotMailLines(LogEvidence evidence, Sessions sessions) {
        this.evidence = evidence;
        this.sessions = sessions;
        this.sieve = new SieveLines(evidence);
    }

    void read(LogLine line, String service, int nameEnd) {
        int colon = line.find(": ", nameEnd);
        if (line.at(nameEnd) != '(' || colon < 0) {
            return;
        }
        int body = DovecotLines.behindLevel(line, colon + 2);
        Login who = who(line, service, nameEnd, colon);
        int script = line.find("sieve: msgid=", body, Math.min(line.to, body + NEAR));
        if (script >= 0) {
            sieve.read(line, who.user(), script);
        } else if (line.startsWith(body, "ID sent: ")) {
            sessions.client(who.with(ClientName.find(line, body + "ID sent: ".length(), line.to)));
        } else if (!removal(line, who, body) && isEnd(line, body)) {
            end(line, who, service);
        }
    }

    private static Login who(LogLine line, String service, int nameEnd, int colon) {
        int close = line.findLast(")", nameEnd, line.stop(nameEnd, "<") < colon ? line.stop(nameEnd, "<") : colon);
        String inside = close < 0 ? "" : line.text(nameEnd + 1, close);
        int comma = inside.indexOf(", ");
        String user = comma > 0 ? inside.substring(comma + 2) : inside;
        int open = line.findLast("<", nameEnd, colon);
        boolean inSession = open >= 0 && line.at(colon - 1) == '>' && open > close + 1;
        Optional<String> session = inSession ? Optional.of(line.text(open + 1, colon - 1)) : Optional.empty();
        return new Login(line.point(), user, Optional.empty(), protocol(service), Optional.empty(), session);
    }

    private static Protocol protocol(String service) {
        return switch (service) {
            case "imap" -> Protocol.IMAP;
            case "pop3" -> Protocol.POP;
            case "managesieve", "sieve" -> Protocol.MANAGESIEVE;
            default -> Protocol.SMTP;
        };
    }

    private static boolean isEnd(LogLine line, int body) {
        return line.startsWith(body, "Disconnected") || line.startsWith(body, "Logged out")
                || line.startsWith(body, "Connection closed") || line.startsWith(body, "Connection reset")
                || line.startsWith(body, "Too many") || line.startsWith(body, "Inactivity");
    }

    /** {@code delete:} and {@code expunge:} of the mail_log plugin; 2.4 puts {@code Mailbox X: } before them. */
    private boolean removal(LogLine line, Login who, int body) {
        int at = line.startsWith(body, "Mailbox ") ? event(line, body) : body;
        boolean expunged = line.startsWith(at, "expunge: ");
        if (!expunged && !line.startsWith(at, "delete: ")) {
            boolean other = line.startsWith(at, "save: ") || line.startsWith(at, "flag_change: ")
                    || line.startsWith(at, "copy from ");
            if (other) {
                line.source.saw(Sighting.MAIL_LOG);
            }
            return other;
        }
        line.source.saw(Sighting.MAIL_LOG);
        int box = line.find("box=", at);
        int uid = line.find(", uid=", Math.max(at, box));
        String folder = box < 0 ? "" : line.text(box + 4, uid < 0 ? line.stop(box, ",") : uid);
        int id = line.find(", msgid=", at);
        int subject = line.find(", subject=", Math.max(at, id));
        RemovedItem item = new RemovedItem(subject < 0 ? Optional.empty() : subject(line, subject), id(line, id));
        Removals removals = sessions.session(who).removals();
        if (expunged) {
            removals.expunged(folder, item, line.point());
        } else {
            removals.marked(folder, item, line.point());
        }
        return true;
    }

    private static int event(LogLine line, int body) {
        int deleted = line.find(": delete: box=", body);
        int event = deleted >= 0 ? deleted : line.find(": expunge: box=", body);
        int other = event >= 0 ? event : line.find(": save: ", body);
        return other < 0 ? body : other + 2;
    }

    /** The subject is the sender's text: it ends only where the flags begin at the end of the line. */
    private static Optional<String> subject(LogLine line, int subject) {
        int flags = line.findLast(", flags=(", subject);
        return LogEvidence.present(line.text(subject + ", subject=".length(), flags < 0 ? line.to : flags));
    }

    private static Optional<String> id(LogLine line, int id) {
        if (id < 0) {
            return Optional.empty();
        }
        int from = id + ", msgid=".length();
        int end = line.find(">, ", from);
        return LogEvidence.present(end < 0 ? line.textUntil(from, ",") : line.text(from, end + 1));
    }

    private void end(LogLine line, Login who, String service) {
        line.source.saw(Sighting.SESSION_END);
        Sessions.Session session = sessions.session(who);
        sessions.release(session);
        Login login = session.login();
        int bytes = line.findLast(" bytes=", line.message);
        if (who.protocol() == Protocol.MANAGESIEVE) {
            line.source.saw(Sighting.SIEVE_SESSION);
            int slash = bytes < 0 ? line.to : line.stop(bytes, "/");
            // A session that only lists and reads scripts receives more than it sends.
            if (bytes >= 0 && line.number(bytes + " bytes=".length()) > line.number(slash + 1)) {
                evidence.upload(line.point(), login, Optional.empty());
            }
        } else if (service.equals("imap") || service.equals("pop3")) {
            read(line, login, bytes);
        }
        sessions.end(session);
    }

    private void read(LogLine line, Login login, int bytes) {
        boolean pop = login.protocol() == Protocol.POP || line.find(" retr=", line.message) >= 0;
        long items;
        long size;
        int retrieved = line.findLast(" retr=", line.message);
        if (retrieved >= 0) {
            items = line.number(retrieved + " retr=".length());
            size = line.number(line.stop(retrieved, "/,") + 1);
        } else if (line.findLast(" body_count=", line.message) >= 0) {
            items = line.number(line.findLast(" body_count=", line.message) + " body_count=".length());
            size = line.numberAfter(" body_bytes=", line.message);
        } else {
            line.source.saw(Sighting.SESSION_BYTES);
            items = 0;
            size = bytes >= 0 ? line.number(line.stop(bytes, "/") + 1) : line.numberAfter(" out=", line.message);
        }
        if (items > 0 || size > 0) {
            evidence.accept(new MailAccess(line.point().origin(LogEvidence.mailbox(login.user())),
                    pop ? MailAccess.Type.POP_SESSION : MailAccess.Type.IMAP_SESSION, Math.max(0, items),
                    Math.max(0, size), false, Optional.empty(), LogEvidence.actor(login)));
        }
    }

    /** Reads the actions of Sieve scripts; the Message-ID before them is the sender's text, so the end decides. */
    private static final class SieveLines {

        private static final String FORWARDED = ": forwarded to <";
        private static final String REDIRECTED = ": redirect action: forwarded to <";
        private static final String STORED = ": fileinto action: stored mail into mailbox '";

        private final LogEvidence evidence;

        SieveLines(LogEvidence evidence) {
            this.evidence = evidence;
        }

        void read(LogLine line, String user, int start) {
            line.source.saw(Sighting.SIEVE);
            if (line.endsWith(">")) {
                forwarded(line, user, start);
            } else if (line.endsWith("'")) {
                int stored = line.findLast(STORED, start);
                String folder = stored < 0 ? "" : line.text(stored + STORED.length(), line.to - 1);
                if (stored >= 0 && !isFilter(folder)) {
                    evidence.rule(line.point(), user, RuleAction.of(RuleAction.Type.MOVE, folder));
                }
            } else if (line.endsWith("(discard action)")) {
                evidence.rule(line.point(), user, RuleAction.of(RuleAction.Type.DISCARD));
            } else if (line.endsWith(" (reject)") || line.endsWith(" (ereject)")) {
                evidence.rule(line.point(), user, RuleAction.of(RuleAction.Type.REJECT));
            }
        }

        private void forwarded(LogLine line, String user, int start) {
            int redirected = line.findLast(REDIRECTED, start);
            int plain = redirected >= 0 ? redirected + REDIRECTED.length() : line.findLast(FORWARDED, start);
            int from = redirected >= 0 || plain < 0 ? plain : plain + FORWARDED.length();
            if (from >= 0) {
                String target = line.text(from, line.to - 1);
                evidence.rule(line.point(), user, RuleAction.of(RuleAction.Type.REDIRECT, target));
            }
        }

        /** The server's own spam filter files into these for everybody: that is no rule of the mailbox. */
        private static boolean isFilter(String folder) {
            String last = folder.substring(Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('.')) + 1);
            return last.equalsIgnoreCase("INBOX") || last.equalsIgnoreCase("Junk") || last.equalsIgnoreCase("Spam");
        }
    }
}
