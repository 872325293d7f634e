package org.mimawari.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.signIn;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn.Failure;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignIn.Protocol;

/** Responders export the same sign-ins from two logs. */
class SignInTwinsTest {

    private static final MailboxAddress TARO = new MailboxAddress("taro@hikari.example");
    private final MailboxEvidence.Builder evidence = MailboxEvidence.of(TARO);
    private int line;

    @Test
    void countsWhatTwoLogsRecordedOnce() {
        for (int minute = 0; minute < 6; minute++) {
            fails("entra.json", "2026-10-08T03:0" + minute + ":00Z", "198.51.100.99");
            fails("audit.ndjson", "2026-10-08T03:0" + minute + ":01Z", "198.51.100.99");
        }

        assertThat(evidence.build().signIns()).hasSize(6);
    }

    @Test
    void countsEveryRepetitionWithinOneLog() {
        for (int i = 0; i < 3; i++) {
            fails("entra.json", "2026-10-08T03:00:00Z", "198.51.100.99");
        }
        fails("audit.ndjson", "2026-10-08T03:00:00Z", "198.51.100.99");

        assertThat(evidence.build().signIns()).hasSize(3);
    }

    @Test
    void keepsApartWhatDiffers() {
        fails("entra.json", "2026-10-08T03:00:00Z", "198.51.100.99");
        fails("audit.ndjson", "2026-10-08T03:00:00Z", "198.51.100.98");
        fails("audit.ndjson", "2026-10-08T03:00:03Z", "198.51.100.99");
        succeeds("audit.ndjson", "2026-10-08T03:00:00Z", Protocol.IMAP);
        succeeds("entra.json", "2026-10-08T03:00:00Z", Protocol.SMTP);

        assertThat(evidence.build().signIns()).hasSize(5);
    }

    @Test
    void keepsTheRecordThatSaysMore() {
        fails("audit.ndjson", "2026-10-08T03:00:00Z", "198.51.100.99");
        evidence.add(signIn(at("entra.json", "2026-10-08T03:00:01Z"), Outcome.FAILURE,
                Optional.of(Failure.WRONG_PASSWORD), "198.51.100.99", "NG", Protocol.WEB));

        assertThat(evidence.build().signIns()).singleElement().extracting(each -> each.place().country())
                .isEqualTo(Optional.of("NG"));
    }

    private void fails(String source, String time, String address) {
        evidence.add(signIn(at(source, time), Outcome.FAILURE, Optional.of(Failure.WRONG_PASSWORD), address, "",
                Protocol.WEB));
    }

    private void succeeds(String source, String time, Protocol protocol) {
        evidence.add(signIn(at(source, time), Outcome.SUCCESS, Optional.empty(), "198.51.100.99", "", protocol));
    }

    private Origin at(String source, String time) {
        return Origin.of(TARO, Instant.parse(time), EvidenceRef.line(source, ++line));
    }
}
