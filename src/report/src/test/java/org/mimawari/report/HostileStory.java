package org.mimawari.report;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** An attacker who knows that somebody will read a report about him. */
final class HostileStory {

    static final String ALERT = "</style><script>alert(1)</script><img src=x onerror=alert(1)>";
    static final String LINK = "\u001B]8;;http://evil.example\u0007click\u001B]8;;\u0007\u009B31m";
    static final String TURNED = "invoice\u202Efdp.exe\u2066\u200B\uFEFF";
    static final String FORMULA = "=cmd|' /C calc'!A0";
    static final String PATH = "../../etc/passwd";
    static final String BROKEN = "nul\u0000 half\uD800 tail\uDC00 line\r\nbreak\u2028x";
    static final String TEMPLATE = "${7*7} {mailbox} {0} $unsafe{x} %s %n";

    static final List<String> ALL = List.of(ALERT, LINK, TURNED, FORMULA, PATH, BROKEN, TEMPLATE);

    private HostileStory() {}

    static ResultStory result() {
        ResultStory story = ResultStory.scan()
                .mailbox("=cmd|'/c'!a0<script>@shop.example", MailboxKind.PERSON)
                .reads(PATH + ALERT, LINK + "log", EvidenceKind.SENT_MESSAGE, 3)
                .readsPartly(FORMULA + BROKEN, TURNED, EvidenceKind.SIGN_IN, ALERT + LINK + BROKEN)
                .lacks(EvidenceKind.SIGN_IN, FORMULA + LINK + ALERT + BROKEN)
                .cannotAssess("signin-new-country", EvidenceKind.SIGN_IN)
                .rejects(LINK + ALERT, 3, BROKEN + ALERT + TURNED)
                .notes("own-domains-inferred", LINK + ALERT + "{0}")
                .notes("no-such-note" + ALERT, LINK);
        int number = 0;
        for (String text : ALL) {
            number++;
            story.finds(finding(text, number), ResultStory.finding("no-such-page").pattern(text)
                    .of(Family.RULES, AttackStage.HIDING).weighs(Level.HIGH, 60)
                    .at("2024-05-01T0" + number + ":10:00Z", "2024-05-01T0" + number + ":10:00Z")
                    .because(Reason.text("rule", text)).times(Multiplier.modifier("odd" + text, 1.01)));
        }
        return story.suppresses(finding(ALERT, 9).in("<b>@shop.example").times(Multiplier.APPROVED));
    }

    private static FindingStory finding(String text, int number) {
        return ResultStory.finding("rules-hide-ndr").of(Family.RULES, AttackStage.HIDING).weighs(Level.HIGH, 65)
                .at("2024-05-01T0" + number + ":00:00Z", "2024-05-01T0" + number + ":30:00Z").pattern(text)
                .because(Reason.text("rule", text).andText("folder", text).andTexts("words", List.of(text, text)))
                .cites(text, 3);
    }
}
