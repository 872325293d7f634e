package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInDormantTest {

    /** Somebody signs in every week. */
    private static final TenantHabits BUSY = new TenantHabits(Set.of(), Set.of(), 9, Set.of(),
            LongStream.rangeClosed(TenantHabits.week(Instant.parse("2024-01-01T00:00:00Z")),
                    TenantHabits.week(Instant.parse("2024-12-31T00:00:00Z"))).boxed().collect(Collectors.toSet()));

    private final SignInDormant indicator = new SignInDormant();

    @Test
    void findsAMailboxWokenAfterTwoMonths() {
        var story = owner().signsIn("2024-07-25T00:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void takesASilentLogForNoSilentMailbox() {
        var story = owner().tenant(TenantHabits.UNKNOWN).signsIn("2024-07-25T00:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresAMonthOfLeave() {
        var story = owner().signsIn("2024-06-20T00:00:00Z", "203.0.113.7", "JP");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void findsAnyUseOfARetiredMailbox() {
        var story = mailbox("old@shop.example").kind(MailboxKind.RETIRED)
                .signsIn("2024-07-25T00:00:00Z", "203.0.113.7", "");

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void ignoresAMailboxThatSentMeanwhile() {
        var story = owner().sends("2024-07-01T00:00:00Z", "Report", List.of("a@elsewhere.example"))
                .signsIn("2024-07-25T00:00:00Z", "203.0.113.7", "JP");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20).tenant(BUSY);
    }
}
