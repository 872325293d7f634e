package org.mimawari.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void findsTheAddressInTheShapesExportsUse() {
        assertThat(MailboxAddress.find("SMTP:Info@Example.JP")).contains(new MailboxAddress("info@example.jp"));
        assertThat(MailboxAddress.find("\"Info\" <info@example.jp>")).contains(new MailboxAddress("info@example.jp"));
        assertThat(MailboxAddress.find("two words")).isEmpty();
        assertThat(MailboxAddress.findFull("info")).isEmpty();
    }

    @Test
    void anEmptyAddressCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailboxAddress(" "));
    }

    @Test
    void ownDomainsAreComparedLabelByLabel() {
        OwnDomains own = OwnDomains.of("Example.jp");
        assertThat(own.contains("mail.example.jp")).isTrue();
        assertThat(own.contains("evilexample.jp")).isFalse();
        assertThat(own.isForeign("a@example.jp.evil.test")).isTrue();
        assertThat(own.isForeign("no address")).isFalse();
    }

    @Test
    void aRangeGrowsToWhatItIncludes() {
        Instant one = Instant.parse("2026-01-01T00:00:00Z");
        TimeRange range = TimeRange.UNKNOWN.including(TimeRange.at(one.plusSeconds(9))).including(TimeRange.at(one));
        assertThat(range).isEqualTo(TimeRange.between(one, one.plusSeconds(9)));
    }

    @Test
    void lineNineComesBeforeLineTen() {
        assertThat(EvidenceRef.line("a", 9)).isLessThan(EvidenceRef.line("a", 10));
        assertThat(new EvidenceRef("a", "record:x", Optional.empty())).isGreaterThan(EvidenceRef.line("a", 10));
    }
}
