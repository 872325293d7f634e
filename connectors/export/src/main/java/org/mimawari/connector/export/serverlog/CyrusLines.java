package org.mimawari.connector.export.serverlog;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailRemoval.RemovedItem;
import org.mimawari.evidence.SignIn.Protocol;

/**
 * Reads lines of Cyrus IMAP 2.x and 3.x: {@code login}, {@code badlogin}, {@code client id}, and with
 * {@code auditlog: yes} uploads of Sieve scripts, expunged mail and changed access rights. An administrator who signs
 * in in a user's name is logged as that user, so such sign-ins cannot be told apart.
 */
final class CyrusLines {

    private static final int MOST = 20_000;
    private static final String AUDIT = "auditlog: ";

    private final LogEvidence evidence;
    private final AuthFailures failures;
    private final LinkedHashMap<String, String> clients = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Login> processes = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Removals> removals = new LinkedHashMap<>();

    CyrusLines(LogEvidence evidence, AuthFailures failures) {
        this.evidence = evidence;
        this.failures = failures;
    }

    void read(LogLine line) {
        int body = line.message;
        if (line.startsWith(body, "login: ")) {
            login(line, body + "login: ".length());
        } else if (line.startsWith(body, "badlogin: ")) {
            failure(line, body + "badlogin: ".length());
        } else if (line.startsWith(body, "client id sessionid=<")) {
            client(line, body);
        } else if (line.startsWith(body, AUDIT)) {
            audit(line, body + AUDIT.length());
        } else {
            return;
        }
        line.source.saw(Sighting.CYRUS);
    }

    void finish() {
        List.copyOf(removals.keySet()).forEach(this::flush);
    }

    /** {@code host [IP] user method User logged in SESSIONID=<S>}. */
    private void login(LogLine line, int from) {
        int open = line.stop(from, "[");
        int close = line.stop(open, "]");
        int user = Math.min(line.to, close + 2);
        int userEnd = line.stop(user, " ");
        if (close >= line.to || line.find("logged in", userEnd) < 0 && line.find("ser logged", userEnd) < 0) {
            return;
        }
        int session = line.find("SESSIONID=<", userEnd);
        Optional<String> id = session < 0 ? Optional.empty()
                : LogEvidence.present(line.textUntil(session + "SESSIONID=<".length(), ">"));
        Login login = new Login(line.point(), line.text(user, userEnd), line.ip(open + 1, close), protocol(line),
                id.map(clients::remove), id);
        line.source.saw(Sighting.LOGIN);
        flush(process(line));
        processes.put(process(line), login);
        trim(processes);
        evidence.success(login, Set.of());
    }

    /** {@code host [IP] method (user) [SASL(-13): …]}, in older releases {@code host[IP] method user SASL(-13): …}. */
    private void failure(LogLine line, int from) {
        int open = line.stop(from, "[");
        int close = line.stop(open, "]");
        Optional<IpAddress> ip = close < line.to ? line.ip(open + 1, close) : Optional.empty();
        int method = line.stop(Math.min(line.to, close + 2), " ");
        int name = Math.min(line.to, method + 1);
        int reason = line.findLast("SASL(", name);
        String text = line.text(name, reason < 0 ? line.to : reason).strip();
        text = text.endsWith("[") ? text.substring(0, text.length() - 1).strip() : text;
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        String user = bracketed ? text.substring(1, text.length() - 1) : text;
        line.source.saw(Sighting.LOGIN_FAILURE);
        failures.service(new Login(line.point(), user, ip, protocol(line), Optional.empty(), Optional.empty()), 1);
    }

    private void client(LogLine line, int body) {
        int open = line.stop(body, "<");
        int close = line.stop(open, ">");
        String[] words = line.text(Math.min(line.to, close + 1), line.to).split("\" \"|\"", 40);
        String name = "";
        String version = "";
        for (int i = 1; i + 1 < words.length; i += 2) {
            name = words[i].equalsIgnoreCase("name") ? words[i + 1] : name;
            version = words[i].equalsIgnoreCase("version") ? words[i + 1] : version;
        }
        ClientName.of(name, version).ifPresent(client -> clients.put(line.text(open + 1, close), client));
        trim(clients);
    }

    private void audit(LogLine line, int event) {
        String mailbox = value(line, " mailbox=<", event);
        CyrusMailbox box = CyrusMailbox.of(mailbox);
        if (line.startsWith(event, "append ") && box.isScripts()) {
            line.source.saw(Sighting.SIEVE_SESSION);
            Login who = who(line, box.user());
            evidence.upload(line.point(), who.named(box.user()), Optional.of(mailbox));
        } else if (line.startsWith(event, "acl")) {
            line.source.saw(Sighting.ACL);
            rights(line, event, box);
        } else if (line.startsWith(event, "expunge ") && !box.isScripts() && !box.user().isEmpty()) {
            line.source.saw(Sighting.MAIL_LOG);
            RemovedItem item = new RemovedItem(Optional.empty(),
                    LogEvidence.present(value(line, " messageid=<", event)).map(id -> "<" + id + ">"));
            removals.computeIfAbsent(process(line), any -> new Removals()).expunged(box.folder(), item, line.point());
            processes.putIfAbsent(process(line), who(line, box.user()));
        }
    }

    /** A new mailbox inherits the rights of its parent: that is nobody's grant. */
    private void rights(LogLine line, int event, CyrusMailbox box) {
        String before = value(line, " oldacl=<", event);
        String after = value(line, " acl=<", event);
        boolean isNew = before.isEmpty() || before.equals("NONE") || before.equals("(null)");
        if (isNew || box.user().isEmpty() || box.isScripts()) {
            return;
        }
        LinkedHashMap<String, String> old = CyrusMailbox.rights(before);
        LinkedHashMap<String, String> now = CyrusMailbox.rights(after);
        Login who = who(line, box.user());
        now.forEach((grantee, rights) -> {
            String was = old.getOrDefault(grantee, "");
            if (!was.equals(rights)) {
                delegation(line, box, new Grant(grantee, rights, was.isEmpty() ? Change.ADDED : Change.CHANGED), who);
            }
        });
        old.keySet().stream().filter(grantee -> !now.containsKey(grantee))
                .forEach(grantee -> delegation(line, box, new Grant(grantee, old.get(grantee), Change.REMOVED), who));
    }

    private record Grant(String grantee, String rights, Change change) {}

    private void delegation(LogLine line, CyrusMailbox box, Grant grant, Login who) {
        if (!grant.grantee().equals(box.user())) {
            evidence.accept(new Delegation(line.point().origin(LogEvidence.mailbox(box.user())), grant.grantee(),
                    List.of(grant.rights()), Optional.of(box.folder()), grant.change(), LogEvidence.actor(who)));
        }
    }

    private Login who(LogLine line, String owner) {
        Login last = processes.get(process(line));
        return last != null ? last : new Login(line.point(), owner, Optional.empty(), protocol(line), Optional.empty(),
                Optional.empty());
    }

    private void flush(long process) {
        Removals made = removals.remove(process);
        Login who = processes.get(process);
        if (made != null && who != null) {
            made.flush(who.user(), LogEvidence.actor(who), evidence);
        }
    }

    private static String value(LogLine line, String key, int from) {
        int at = line.find(key, from);
        return at < 0 ? "" : line.textUntil(at + key.length(), ">");
    }

    private static long process(LogLine line) {
        return LineHash.with(line.host, line.pid);
    }

    private static Protocol protocol(LogLine line) {
        String tag = line.text(line.tagFrom, line.tagTo);
        if (tag.endsWith("sieve") || tag.endsWith("sieved")) {
            return Protocol.MANAGESIEVE;
        }
        if (tag.contains("pop3")) {
            return Protocol.POP;
        }
        return tag.contains("imap") ? Protocol.IMAP : tag.contains("http") ? Protocol.WEB : Protocol.UNKNOWN;
    }

    private static <K, V> void trim(LinkedHashMap<K, V> map) {
        if (map.size() > MOST) {
            Iterator<K> eldest = map.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
