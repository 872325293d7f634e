package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.change;
import static org.mimawari.indicator.exfil.AccessStory.from;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class TamperPolicyChangedTest {

    private final TamperPolicyChanged indicator = new TamperPolicyChanged();

    @Test
    void namesWhoDidIt() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.POLICY_CHANGED, true));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.reason().toString()).contains("tanaka@shop.example", "Do-Something"));
    }

    @Test
    void ignoresAnAttemptThatFailed() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.POLICY_CHANGED, false));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void ignoresChangesOfAnotherKind() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.MAIL_PROTECTION_WEAKENED, true));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Update conditional access policy|{\"state\":\"enabled\",\"builtInControls\":[\"mfa\"]}|{\"state\":\"enabled\"}",
            "Update policy|[\"{\\\"Control\\\":[\\\"Mfa\\\"]}\"]|[\"{}\"]",
            "Update conditional access policy|{\"state\":\"enabled\"}|{\"state\":\"disabled\"}",
            "Delete conditional access policy|{\"state\":\"enabled\"}|{}"})
    void isGraverWhereThePolicyAsksLess(String operation, String before, String now) {
        assertThat(levels(operation, new Parameter("Detail", now), new Parameter("old:Detail", before)))
                .containsExactly(Level.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({"Enforce strong password,off,MEDIUM", "Enforce strong password,on,LOW", "Enable password reuse,true,MEDIUM",
            "Enable password reuse,false,LOW", "Session length,12,LOW"})
    void readsASwitchOfTheAdminConsole(String setting, String now, Level level) {
        assertThat(levels("CHANGE_APPLICATION_SETTING", new Parameter("SETTING_NAME", setting),
                new Parameter("NEW_VALUE", now))).containsExactly(level);
    }

    @Test
    void isNoGraverWhereASecondFactorCameOrAValueIsCut() {
        assertThat(levels("Update policy", new Parameter("Detail", "[\"mfa\"]"), new Parameter("old:Detail", "[]")))
                .containsExactly(Level.LOW);
        assertThat(levels("Update policy", new Parameter("Detail", "x".repeat(2_000)),
                new Parameter("old:Detail", "[\"mfa\"]"))).containsExactly(Level.LOW);
    }

    private List<Level> levels(String operation, Parameter... values) {
        MailboxStory story = settled();
        story.with(new SettingChange(story.at("2026-11-21T01:00:00Z"), SettingTopic.POLICY_CHANGED, operation,
                Optional.of("MFA"), List.of(values), true, from(ABROAD)));
        return indicator.examine(story.evidence()).stream().map(Finding::level).toList();
    }

    @Test
    void theSameActManyTimesIsOneFinding() {
        MailboxStory story = settled();
        for (int i = 0; i < 300; i++) {
            story.with(change(story, SettingTopic.POLICY_CHANGED, true));
        }
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }
}
