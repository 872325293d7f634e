package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OwnDomains;

class AliasesTest {

    private static final OwnDomains OWN = OwnDomains.of("shop.example");

    private static MailboxEvidence profile(String address, String alias) {
        Origin origin = new Origin(Optional.of(new MailboxAddress(address)), Optional.empty(), EvidenceRef.line("p", 1));
        return MailboxEvidence.of(new MailboxAddress(address)).add(new MailboxProfile(origin, MailboxKind.PERSON,
                Optional.empty(), List.of(new MailboxAddress(alias)), List.of())).build();
    }

    private static List<String> mailboxes(ScriptedConnector connector) throws Exception {
        ScanSettings settings = ScanSettings.of("test", OWN, ZoneId.of("Asia/Tokyo"));
        return new Scan(settings, Clock.systemUTC(), Progress.NONE, "test").run(List.of(connector)).mailboxes().stream()
                .map(result -> result.address().text()).toList();
    }

    @Test
    void evidenceUnderAnotherNameJoinsItsMailbox() throws Exception {
        ScriptedConnector connector = new ScriptedConnector()
                .shows(mailbox("h.sato@shop.example").livesQuietly("2026-11-01", 5).evidence())
                .shows(mailbox("zzz@shop.example").livesQuietly("2026-11-01", 5).evidence())
                .shows(profile("sato@shop.example", "h.sato@shop.example"));
        assertThat(mailboxes(connector)).containsExactlyInAnyOrder("sato@shop.example", "zzz@shop.example");
    }

    @Test
    void aBareUserNameGetsTheOwnDomain() throws Exception {
        ScriptedConnector connector = new ScriptedConnector()
                .shows(mailbox("info").livesQuietly("2026-11-01", 5).evidence())
                .shows(mailbox("info@shop.example").livesQuietly("2026-11-06", 5).evidence());
        assertThat(mailboxes(connector)).containsExactly("info@shop.example");
    }

    @Test
    void anAliasWithoutADomainIsFoundToo() {
        Aliases aliases = new Aliases(Map.of(new MailboxAddress("hanako@shop.example"), new MailboxAddress("sato@shop.example")),
                OWN);
        assertThat(aliases.find(new MailboxAddress("hanako"))).contains(new MailboxAddress("sato@shop.example"));
    }
}
