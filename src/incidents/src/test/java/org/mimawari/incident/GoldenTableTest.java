package org.mimawari.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

/**
 * Every row of INDICATORS §6.3 gives its score. The table names its scenarios and, for most rows, not their findings;
 * those given here are the ones of the catalogue that fit both the words and the figure.
 */
class GoldenTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            S0 server and sign-in logs   | 90.7 | CRITICAL | signin-legacy-new, sent-burst-novel, sent-offhours, bounce-unknown-original-ours, posture-no-mfa
            S0 Sent snapshot only        | 65.0 | HIGH     | sent-burst-novel, sent-offhours
            S1 failure reports only      | 63.7 | HIGH     | bounce-unknown-original-ours
            S1 and the server log        | 80.1 | HIGH     | bounce-unknown-original-ours, sent-burst-novel
            S2 server and sign-in logs   | 90.5 | CRITICAL | signin-legacy-new, sent-burst-novel, sent-new-link, bounce-unknown-original-ours
            S2 Sent only                 | 54.6 | MEDIUM   | sent-burst-novel, sent-new-link
            S3 all evidence              | 91.5 | CRITICAL | signin-new-country, signin-impossible-travel, signin-legacy-new, sent-burst-novel, sent-offhours, bounce-unknown-original-ours
            S4 sign-in and forwarding    | 86.0 | CRITICAL | signin-new-country, signin-hosting-asn, fwd-no-local-copy
            S4 split session, reading    | 86.0 | CRITICAL | signin-session-split, access-new-client-app, exfil-search-terms, exfil-mia-throttled
            classic BEC                  | 95.1 | CRITICAL | signin-aitm-officehome, access-mfa-added, rules-hide-keyword, rules-punct-name, rules-unusual-author, sent-lookalike-thread, sent-bank-change
            BEC, one rules snapshot      | 70.0 | HIGH     | rules-hide-keyword undated, rules-punct-name undated
            delete-all rule              | 63.7 | HIGH     | rules-delete-all
            abused app and new network   | 65.6 | HIGH     | access-oauth-known-abused, signin-new-asn
            punctuation name             | 40.0 | MEDIUM   | rules-punct-name
            external forward             | 35.0 | MEDIUM   | fwd-external-rule
            traveller, own laptop        | 22.5 | LOW      | signin-new-country own, signin-new-asn own, signin-impossible-travel own, sent-offhours own
            traveller, new phone and MFA | 32.7 | LOW      | signin-new-country, signin-new-asn, access-mfa-added, access-new-client-app
            sales mail merge             | 20.2 | LOW      | sent-burst-novel own
            sales mail merge, new link   | 26.5 | LOW      | sent-burst-novel own, sent-new-link own
            VPN user and archive rule    | 25.2 | LOW      | signin-hosting-asn own, signin-impossible-travel own, rules-archive-read
            offboarding                  | 49.1 | MEDIUM   | fwd-external-rule, access-delegate-added, tamper-mass-delete own
            joe job                      | 4.8  | INFO     | bounce-spoofed
            night shift                  | 9.5  | INFO     | sent-offhours own
            no MFA, legacy protocols     | 10.0 | INFO     | posture-no-mfa
            """)
    void everyRowGivesItsScore(String scenario, double score, Level level, String signs) {
        List<Finding> findings = Arrays.stream(signs.split(",")).map(Signs::sign).toList();
        double found = IncidentBuilder.score(findings);
        assertThat(found).as(scenario).isCloseTo(score, within(0.1));
        assertThat(Level.of(found)).as(scenario).isEqualTo(level);
    }
}
