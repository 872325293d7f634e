package org.mimawari.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Cause.Hypothesis;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

class CauseRankingTest {

    private static List<Cause> causes(String... indicators) {
        return new CauseRanking().rank(Stream.of(indicators).map(CauseRankingTest::finding).toList());
    }

    private static Finding finding(String indicator) {
        IndicatorProfile profile = new IndicatorProfile(indicator, Family.SIGN_IN, AttackStage.INITIAL_ACCESS, Level.HIGH, 50,
                0.8, List.of(), Set.of());
        return Finding.of(profile, Optional.of(new MailboxAddress("info@shop.example")), TimeRange.UNKNOWN, "", Reason.NONE,
                new Citation(0, List.of()));
    }

    @Test
    void aForeignSignInAloneSpeaksForAKnownPassword() {
        assertThat(causes("signin-legacy-foreign").get(0).hypothesis()).isEqualTo(Hypothesis.LEAKED_PASSWORD);
    }

    @Test
    void whereTheGuessingWasSeenTheForeignSignInIsExplained() {
        List<Cause> causes = causes("signin-bruteforce-success", "signin-legacy-foreign");
        assertThat(causes.get(0).hypothesis()).isEqualTo(Hypothesis.GUESSED_PASSWORD);
        assertThat(causes.get(0).likelihood()).isGreaterThan(0.65);
    }

    @Test
    void aStolenSessionComesBeforeAKnownPassword() {
        assertThat(causes("signin-session-split", "signin-new-country", "signin-hosting-asn").get(0).hypothesis())
                .isEqualTo(Hypothesis.STOLEN_SESSION);
    }

    @Test
    void nothingSeenLeavesAllPossible() {
        assertThat(causes()).hasSize(4).allMatch(cause -> cause.because().isEmpty());
    }
}
