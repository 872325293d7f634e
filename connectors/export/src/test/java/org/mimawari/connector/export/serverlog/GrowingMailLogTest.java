package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;

class GrowingMailLogTest {

    private final List<Evidence> seen = new ArrayList<>();
    private final GrowingMailLog log = new GrowingMailLog("mail.log", ZoneOffset.UTC,
            Instant.parse("2026-12-31T23:00:00Z"),
            OwnDomains.of("corp.example"), seen::add);

    private boolean take(String line, long number) {
        return log.take(line.getBytes(StandardCharsets.UTF_8), number);
    }

    @Test
    void givesOutASubmissionAsSoonAsItIsComplete() {
        String id = "mail postfix/qmgr[8]: C6191C35: ";
        take("Dec 31 23:59:59 mail postfix/smtpd[9]: C6191C35: client=u[203.0.113.50], sasl_method=PLAIN,"
                + " sasl_username=a@corp.example", 7);
        take("Jan  1 00:00:01 " + id + "from=<a@corp.example>, size=7, nrcpt=2 (queue active)", 8);
        assertThat(seen).hasSize(1);
        take("Jan  1 00:00:02 " + id + "removed", 9);
        assertThat(seen).hasSize(2).allMatch(e -> e.time().get().equals(Instant.parse("2026-12-31T23:59:59Z"))
                && e.ref().locator().equals("line:7"));
    }

    @Test
    void letsGoOfAFailureThatNothingFollows() {
        take("Jan  1 12:00:00 auth: Info: passwd-file(a@corp.example,203.0.113.9): Password mismatch", 1);
        assertThat(seen).isEmpty();
        log.passTime(Instant.parse("2027-01-01T12:01:00Z"));
        assertThat(seen).singleElement().matches(e -> e.time().get().equals(Instant.parse("2027-01-01T12:00:00Z")));
    }

    @Test
    void saysWhatIsNoLineOfALog() {
        assertThat(take("?", 1)).isFalse();
        assertThat(take("", 2)).isFalse();
    }
}
