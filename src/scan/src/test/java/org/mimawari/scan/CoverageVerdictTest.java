package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.incident.Suppression;
import org.mimawari.incident.Verdict;

/** "Could not look" is never shown as clean, whichever source is missing. */
class CoverageVerdictTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Set<EvidenceKind> REQUIRED = ScanSettings.REQUIRED;

    private static ScriptedConnector quietMailbox() {
        return new ScriptedConnector().shows(mailbox("sato@shop.example").livesQuietly("2026-11-01", 20).evidence());
    }

    private static ScanResult scan(ScriptedConnector connector) throws IOException, ConnectorException {
        ScanSettings settings = ScanSettings.of("test", OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"));
        return new Scan(settings, CLOCK, Progress.NONE, "test").run(List.of(connector));
    }

    private static EvidenceKind[] without(EvidenceKind kind) {
        EnumSet<EvidenceKind> rest = EnumSet.copyOf(REQUIRED);
        rest.remove(kind);
        return rest.toArray(EvidenceKind[]::new);
    }

    @Test
    void everythingReadAndNothingFoundIsNoSign() throws Exception {
        ScanResult result = scan(quietMailbox().covers(REQUIRED.toArray(EvidenceKind[]::new)));
        assertThat(result.verdict()).isEqualTo(Verdict.NO_SIGN);
        assertThat(result.missing()).isEmpty();
    }

    @Test
    void saysThatNoMailboxLiesInTheDomainsThatWereGiven() throws Exception {
        ScanSettings misspelt = ScanSettings.of("test", OwnDomains.of("shpo.example"), ZoneId.of("Asia/Tokyo"));
        ScanResult result = new Scan(misspelt, CLOCK, Progress.NONE, "test")
                .run(List.of(quietMailbox().covers(REQUIRED.toArray(EvidenceKind[]::new))));
        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_SAY);
        assertThat(result.notes()).containsExactly(new ScanResult.Note("own-domains-elsewhere", "shop.example"));
    }

    @Test
    void saysHowManyMailboxesOfOtherDomainsWereLeftOut() throws Exception {
        ScriptedConnector connector = quietMailbox()
                .shows(mailbox("a@partner.example").livesQuietly("2026-11-01", 20).evidence())
                .shows(mailbox("b@partner.example").livesQuietly("2026-11-01", 20).evidence())
                .shows(mailbox("c@far.example").livesQuietly("2026-11-01", 20).evidence());
        assertThat(scan(connector).notes()).containsExactly(
                new ScanResult.Note("mailboxes-left-out", "3 (partner.example 2, far.example 1)"));
    }

    @Test
    void saysWhichSuppressionsHaveEnded() throws Exception {
        ScanSettings usual = ScanSettings.of("test", OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"));
        Suppression ended = new Suppression("rules-punct-name", Optional.empty(), Optional.empty(), "known", "sato",
                Instant.parse("2026-11-30T23:59:59.999Z"));
        ScanSettings settings = new ScanSettings(usual.tenant(), usual.ownDomains(), usual.zone(), usual.aliases(),
                usual.roles(), usual.approvedTargets(), usual.approvedApps(), usual.helpdesk(), List.of(ended),
                usual.required(), usual.places(), usual.memory());
        ScanResult result = new Scan(settings, CLOCK, Progress.NONE, "test")
                .run(List.of(quietMailbox().covers(REQUIRED.toArray(EvidenceKind[]::new))));
        assertThat(result.notes()).containsExactly(new ScanResult.Note("suppressions-ended", "rules-punct-name"));
    }

    @ParameterizedTest
    @EnumSource(value = EvidenceKind.class, names = {"SIGN_IN", "MAILBOX_RULE", "FORWARDING_SETTING", "SENT_MESSAGE"})
    void withoutAnyOneSourceNobodyCanSay(EvidenceKind kind) throws Exception {
        ScanResult result = scan(quietMailbox().covers(without(kind)));
        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_SAY);
        assertThat(result.missing()).extracting(Gap::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @EnumSource(value = EvidenceKind.class, names = {"SIGN_IN", "MAILBOX_RULE", "FORWARDING_SETTING", "SENT_MESSAGE"})
    void aLogOfChangesAloneProvesNothing(EvidenceKind kind) throws Exception {
        ScriptedConnector connector = quietMailbox().covers(without(kind)).covers(Coverage.changesOnly("log", "t", kind));
        assertThat(scan(connector).verdict()).isEqualTo(Verdict.CANNOT_SAY);
        assertThat(scan(connector.covers(kind)).verdict()).isEqualTo(Verdict.NO_SIGN);
    }

    @ParameterizedTest
    @EnumSource(value = EvidenceKind.class, names = {"SIGN_IN", "MAILBOX_RULE", "FORWARDING_SETTING", "SENT_MESSAGE"})
    void aSourceThatBrokeOffIsNotMadeGoodByAnother(EvidenceKind kind) throws Exception {
        Coverage whole = new Coverage("other", "t", kind, Optional.empty(), Coverage.State.COLLECTED, Optional.empty(),
                Optional.empty(), Optional.empty(), 0);
        ScriptedConnector connector = quietMailbox().covers(REQUIRED.toArray(EvidenceKind[]::new))
                .covers(Coverage.broken(whole, Coverage.State.PARTIAL, "cut"));
        assertThat(scan(connector).verdict()).isEqualTo(Verdict.CANNOT_SAY);
    }

    @Test
    void whatCoversAnotherMailboxDoesNotCoverThisOne() throws Exception {
        Coverage other = new Coverage("f", "t", EvidenceKind.MAILBOX_RULE, Optional.of(new MailboxAddress("ito@shop.example")),
                Coverage.State.COLLECTED, Optional.empty(), Optional.empty(), Optional.empty(), 0);
        ScanResult result = scan(quietMailbox().covers(without(EvidenceKind.MAILBOX_RULE)).covers(other));
        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_SAY);
    }

    @Test
    void theLogOfOneMailSystemDoesNotCoverAnother() throws Exception {
        ScriptedConnector cloud = quietMailbox().named("cloud").covers(without(EvidenceKind.SENT_MESSAGE));
        ScriptedConnector server = new ScriptedConnector().named("server").covers(REQUIRED.toArray(EvidenceKind[]::new))
                .shows(mailbox("info@shop.example").livesQuietly("2026-11-01", 20).evidence());
        ScanSettings settings = ScanSettings.of("test", OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"));
        ScanResult result = new Scan(settings, CLOCK, Progress.NONE, "test").run(List.of(cloud, server));
        assertThat(result.mailboxes()).extracting(each -> each.address().localPart() + " " + each.verdict())
                .containsExactlyInAnyOrder("sato CANNOT_SAY", "info NO_SIGN");
    }

    @Test
    void tooManyBrokenRecordsMakeASourcePartial() throws Exception {
        ScanResult result = scan(quietMailbox().covers(REQUIRED.toArray(EvidenceKind[]::new)).rejects(5));
        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_SAY);
        assertThat(result.evidence().rejected()).isEqualTo(5);
    }

    @Test
    void anEmptyRoundCannotSay() throws Exception {
        assertThat(scan(new ScriptedConnector()).verdict()).isEqualTo(Verdict.CANNOT_SAY);
    }
}
