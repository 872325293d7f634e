package org.mimawari.indicator.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class SentBankChangeTest {

    private final SentBankChange indicator = new SentBankChange(scope());

    private static final String CHANGE = "お世話になっております。振込先口座が変更となりましたのでご案内いたします。\n"
            + "みなと銀行 本店営業部 普通 7654321 カ）ショップ";

    @Test
    void findsAChangedJapaneseAccountAndShowsThreeDigitsOfIt() {
        assertThat(person(30).send(TUESDAY, letter -> letter.text(CHANGE)).findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.reason().find("account")).contains(new Fact.Text("jp …321")));
    }

    @Test
    void findsAChangedIban() {
        assertThat(person(30).send(TUESDAY, letter -> letter.text("Please note that our bank details have changed. "
                + "Use the new account IBAN GB82 WEST 1234 5698 7654 32.")).findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresAnInvoiceWithTheUsualAccount() {
        assertThat(person(30).send(TUESDAY, letter -> letter.text("下記の口座へお振込ください。みなと銀行 本店 普通 1234567"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAnAccountGivenBefore() {
        var story = person(30).send("2026-05-20T01:00:00Z", letter -> letter.text("みなと銀行 本店営業部 普通 7654321"));
        assertThat(story.send(TUESDAY, letter -> letter.text(CHANGE)).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresTalkOfAChangeWithoutAnAccount() {
        assertThat(person(30).send(TUESDAY, letter -> letter.text("振込先の変更がある場合は電話でご連絡します。"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void findsNothingWhereNoTextWasRead() {
        assertThat(person(30).send(TUESDAY, letter -> letter.subject("振込先変更のお知らせ")).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
