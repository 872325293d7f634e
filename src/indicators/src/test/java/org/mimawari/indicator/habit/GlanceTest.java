package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SignIn;

class GlanceTest {

    private static final MailboxAddress MAILBOX = new MailboxAddress("info@shop.example");
    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");

    private final MailboxEvidence.Builder evidence = MailboxEvidence.of(MAILBOX);
    private int line;

    @Test
    void countsWrongPasswordsAcrossMidnight() {
        for (int hour = 20; hour < 28; hour++) {
            guess(hour * 3_600L, 2);
        }
        guess(80 * 3_600L, 3);
        assertThat(Glance.of(evidence.build()).mostGuessesInADay()).isEqualTo(16);
    }

    @Test
    void countsTheBusiestHourOfManyThatWereRead() {
        for (int minute = 0; minute < 1_000; minute++) {
            read(minute * 60L, minute < 500 ? 1 : 4);
        }
        assertThat(Glance.of(evidence.build()).mostOpenedInAnHour()).isBetween(4 * 60L, 4 * 62L);
    }

    @Test
    void rulesOutNothingWhereClientsAreTooMany() {
        for (int i = 0; i < 100; i++) {
            guess(i, 1);
        }
        assertThat(Glance.of(evidence.build()).mayHaveClient("curl"::equals)).isTrue();
    }

    @Test
    void rulesOutAClientNobodyUsed() {
        guess(0, 1);
        assertThat(Glance.of(evidence.build()).mayHaveClient("curl"::equals)).isFalse();
    }

    @Test
    void rulesOutNothingWhenBlind() {
        assertThat(Glance.blind().mayHaveClient("curl"::equals)).isTrue();
        assertThat(Glance.blind().mostGuessesInADay()).isEqualTo(Long.MAX_VALUE);
    }

    private void guess(long second, int attempts) {
        evidence.add(new SignIn(origin(second), SignIn.Outcome.FAILURE, Optional.of(SignIn.Failure.WRONG_PASSWORD),
                Optional.empty(), Place.UNKNOWN, SignIn.Protocol.IMAP, Optional.of("client " + line), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), attempts));
    }

    private void read(long second, long items) {
        evidence.add(new MailAccess(origin(second), MailAccess.Type.BIND, items, 0, false, Optional.empty(),
                Actor.user("info@shop.example", Actor.Role.OWNER)));
    }

    private Origin origin(long second) {
        return Origin.of(MAILBOX, START.plusSeconds(second), EvidenceRef.line("audit.json", ++line));
    }
}
