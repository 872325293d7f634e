package org.mimawari.connector.imap.managesieve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.imap.managesieve.ListedScripts.Listed;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.sieve.SieveEvidence;
import org.mimawari.sieve.SieveProblem;
import org.mimawari.sieve.SieveReader;
import org.mimawari.sieve.SieveReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the filter scripts of mailboxes, active and inactive. Scripts of the administrator (global ones, and those run
 * before and after the user's) are not visible in this protocol; where a script includes one, that is said.
 */
public final class SieveCollection {

    private static final Logger LOG = LoggerFactory.getLogger(SieveCollection.class);
    private static final List<EvidenceKind> KINDS =
            List.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING, EvidenceKind.AUTO_REPLY);
    private static final String FORMAT = "Sieve scripts on the server";

    private final SieveServer server;
    private final SSLSocketFactory trust;

    /** A script with its text, or the reason why there is none. */
    private record Script(Listed listed, FetchedScript fetched) {

        String name() {
            return listed.name().text();
        }
    }

    /** @param trust whose certificates are accepted, and what we show of ourselves */
    public SieveCollection(SieveServer server, SSLSocketFactory trust) {
        this.server = server;
        this.trust = trust;
    }

    /** Reads the scripts of one mailbox. What goes wrong is a gap in the coverage of that mailbox. */
    public void collect(SieveAccount account, EvidenceSink sink) {
        MailboxAddress mailbox = account.mailbox();
        Map<String, Script> scripts = new LinkedHashMap<>();
        Optional<String> broken = fetch(account, scripts);
        deliver(mailbox, scripts, sink);
        cover(mailbox, source(mailbox), broken, scripts.isEmpty() ? Coverage.State.NOT_COLLECTED : Coverage.State.PARTIAL, sink);
    }

    /** Says that the scripts of this mailbox were not asked for, and why. */
    public void miss(MailboxAddress mailbox, String why, EvidenceSink sink) {
        cover(mailbox, source(mailbox), Optional.of(why), Coverage.State.NOT_COLLECTED, sink);
    }

    /** Fills the map by name; says why where not all scripts could be asked for. */
    private Optional<String> fetch(SieveAccount account, Map<String, Script> scripts) {
        try (SieveConnection connection = SieveConnection.open(server, trust)) {
            connection.signIn(account);
            ListedScripts listed = connection.scripts();
            for (Listed each : listed.first()) {
                scripts.putIfAbsent(each.name().octets(), new Script(each, connection.script(each.name())));
            }
            boolean whole = listed.count() == listed.first().size();
            return whole ? Optional.empty() : Optional.of("of " + listed.count() + " scripts " + scripts.size() + " were read");
        } catch (IOException e) {
            LOG.warn("filter scripts on {} were not read: {}", server.host(), e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void deliver(MailboxAddress mailbox, Map<String, Script> scripts, EvidenceSink sink) {
        Map<String, String> library = new LinkedHashMap<>();
        scripts.values().stream().filter(script -> script.fetched().refusal().isEmpty())
                .forEach(script -> library.putIfAbsent(script.name(), script.fetched().text()));
        SieveReader reader = new SieveReader(name -> Optional.ofNullable(library.get(name)));
        for (Script script : scripts.values()) {
            String source = source(mailbox) + "/" + script.name();
            Optional<String> refusal = script.fetched().refusal();
            refusal.ifPresent(why -> sink.reject(new EvidenceRef(source, "script", Optional.empty()), why));
            List<SieveProblem> problems = refusal.isPresent() ? List.of() : accept(mailbox, script, reader, sink);
            refusal.ifPresentOrElse(why -> cover(mailbox, source, refusal, Coverage.State.NOT_COLLECTED, sink),
                    () -> coverRead(mailbox, source, problems, sink));
        }
    }

    private List<SieveProblem> accept(MailboxAddress mailbox, Script script, SieveReader reader, EvidenceSink sink) {
        String text = script.fetched().text();
        SieveReading reading = reader.read(script.name(), text);
        if (sink.admit(Fingerprint.of("sieve", mailbox.text(), text))) {
            UnaryOperator<String> sources = name -> source(mailbox) + "/" + name;
            new SieveEvidence(Optional.of(mailbox), sources, script.listed().active()).of(script.name(), reading)
                    .forEach(sink::accept);
        }
        return reading.broken() ? List.of() : reading.problems();
    }

    /** What an understood script leaves open, as a global script that it includes, is not visible by its nature. */
    private void coverRead(MailboxAddress mailbox, String source, List<SieveProblem> open, EvidenceSink sink) {
        Optional<String> why = open.stream().map(SieveProblem::what).findFirst();
        Coverage.State state = why.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED;
        KINDS.forEach(kind -> sink.cover(coverage(mailbox, source, kind, state, why)));
    }

    private void cover(MailboxAddress mailbox, String source, Optional<String> broken, Coverage.State state,
            EvidenceSink sink) {
        for (EvidenceKind kind : KINDS) {
            Coverage whole = coverage(mailbox, source, kind, Coverage.State.COLLECTED, Optional.empty());
            sink.cover(broken.map(why -> Coverage.broken(whole, state, why)).orElse(whole));
        }
    }

    private static Coverage coverage(MailboxAddress mailbox, String source, EvidenceKind kind, Coverage.State state,
            Optional<String> why) {
        return new Coverage(source, FORMAT, kind, Optional.of(mailbox), state, why, Optional.empty(), Optional.empty(), 0);
    }

    private String source(MailboxAddress mailbox) {
        return "managesieve:" + server.host() + "/" + mailbox;
    }
}
