package org.mimawari.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.report.wording.Language;
import org.mimawari.scan.ReachedRecipient;

/** The results that several tests of reports look at. */
public final class Stories {

    public static final ReportOptions ENGLISH = new ReportOptions(Language.ENGLISH, ZoneId.of("Asia/Tokyo"));
    public static final ReportOptions JAPANESE = new ReportOptions(Language.JAPANESE, ZoneId.of("Asia/Tokyo"));

    /** Something that writes a report. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Stories() {}

    static String written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new AssertionError("a byte array can always be written", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A role mailbox is taken over at night and relays; a colleague is on a journey. */
    public static ResultStory relay() {
        return ResultStory.scan()
                .mailbox("info@shop.example", MailboxKind.ROLE)
                .mailbox("sato@shop.example", MailboxKind.PERSON)
                .mailbox("noreply@shop.example", MailboxKind.ROBOT)
                .mailbox("tanaka@shop.example", MailboxKind.PERSON)
                .mailbox("keiri@shop.example", MailboxKind.ROLE)
                .reads("maillog", "postfix-log", EvidenceKind.SENT_MESSAGE, 48_210)
                .reads("maillog", "postfix-log", EvidenceKind.SIGN_IN, 12_904)
                .reads("dovecot.log", "dovecot-log", EvidenceKind.SIGN_IN, 60_118)
                .reads("dovecot.log", "dovecot-log", EvidenceKind.MAIL_ACCESS, 9_042)
                .reads("sieve/info.sieve", "sieve-script", EvidenceKind.MAILBOX_RULE, 3)
                .readsPartly("audit.csv", "unified-audit-log", EvidenceKind.FORWARDING_SETTING,
                        "shows changes only: what was set before its first record is not in it")
                .cannotRead("imap.shop.example", EvidenceKind.NON_DELIVERY_REPORT, "the server refused the sign-in")
                .lacks(EvidenceKind.FORWARDING_SETTING,
                        "audit.csv: shows changes only: what was set before its first record is not in it")
                .cannotAssess("bounce-unknown-original-ours", EvidenceKind.NON_DELIVERY_REPORT)
                .cannotAssess("bounce-rate-spike", EvidenceKind.NON_DELIVERY_REPORT)
                .cannotAssess("exfil-search-terms", EvidenceKind.MAIL_SEARCH)
                .rejects("maillog", 4_711, "the line ends within an address")
                .rejects("maillog", 9_204, "no date where one is expected")
                .notes("own-domains-inferred", "shop.example")
                .finds(foreignSignIn(), burst(), night(), hidingRule())
                .sends("info@shop.example", "2024-05-01T14:45:00Z", 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 90, 240, 310, 280,
                        260, 305, 0, 0, 190, 220, 260, 300, 12)
                .reaches(59, 0, reached("a@ext.example", true, ReachedRecipient.Bounced.YES),
                        reached("b@ext.example", true, ReachedRecipient.Bounced.NO_SIGN),
                        reached("sato@shop.example", false, ReachedRecipient.Bounced.NO_SIGN))
                .finds(ResultStory.finding("signin-new-country").of(Family.SIGN_IN, AttackStage.INITIAL_ACCESS)
                        .in("sato@shop.example").weighs(Level.MEDIUM, 30)
                        .at("2024-05-02T23:11:00Z", "2024-05-03T09:00:00Z")
                        .because(Reason.text("country", "TW").andText("ip", "198.51.100.30"))
                        .cites("dovecot.log", 4).times(Multiplier.habitualSource(Family.SIGN_IN)))
                .suppresses(ResultStory.finding("fwd-external-rule").of(Family.FORWARDING, AttackStage.PERSISTENCE)
                        .in("tanaka@shop.example").weighs(Level.MEDIUM, 50).pattern("partner")
                        .because(Reason.text("target", "archive@partner.example")).cites("audit.csv", 1)
                        .times(Multiplier.APPROVED));
    }

    static ReachedRecipient reached(String address, boolean external, ReachedRecipient.Bounced bounced) {
        return new ReachedRecipient(address, external, Instant.parse("2024-05-01T15:46:00Z"), 2, bounced,
                ReachedRecipient.Replied.UNKNOWN, false);
    }

    static FindingStory foreignSignIn() {
        return ResultStory.finding("signin-legacy-foreign").of(Family.SIGN_IN, AttackStage.INITIAL_ACCESS)
                .weighs(Level.HIGH, 55).at("2024-05-01T14:02:11Z", "2024-05-01T15:40:03Z").pattern("203.0.113.7")
                .because(Reason.text("ip", "203.0.113.7").andText("country", "RO").andText("protocol", "SMTP"))
                .cites("dovecot.log", 3);
    }

    static FindingStory burst() {
        return ResultStory.finding("sent-burst-novel").weighs(Level.HIGH, 60)
                .at("2024-05-01T15:46:00Z", "2024-05-01T18:20:00Z")
                .because(Reason.number("messages", 4_812).andNumber("recipients", 4_930)
                        .andNumber("strangers", 4_871).andShare("share", 0.988).andSpan("span", Duration.ofMinutes(154))
                        .andTexts("subjects", List.of("Invoice 4411", "Urgent: hospital", "Scholarship form")))
                .cites("maillog", 4_812);
    }

    static FindingStory night() {
        return ResultStory.finding("sent-offhours").weighs(Level.MEDIUM, 35)
                .at("2024-05-01T15:46:00Z", "2024-05-01T18:20:00Z")
                .because(Reason.number("recipients", 4_930).andTime("first", Instant.parse("2024-05-01T15:46:00Z")))
                .cites("maillog", 4_812).times(Multiplier.UNKNOWN_SOURCE);
    }

    static FindingStory hidingRule() {
        return ResultStory.finding("rules-hide-ndr").of(Family.RULES, AttackStage.HIDING).weighs(Level.HIGH, 65)
                .at("2024-05-01T15:31:20Z", "2024-05-01T15:31:20Z").pattern(".")
                .because(Reason.text("rule", "..").andText("folder", "RSS フィード")
                        .andTexts("words", List.of("Undeliverable", "配信不能", "mailer-daemon")))
                .cites("sieve/info.sieve", 1).times(Multiplier.modifier("folder-new", 1.1));
    }

    /** Nothing found, but half of the evidence is missing. */
    public static ResultStory blind() {
        return ResultStory.scan()
                .mailbox("info@shop.example", MailboxKind.ROLE)
                .reads("maillog", "postfix-log", EvidenceKind.SENT_MESSAGE, 812)
                .lacks(EvidenceKind.SIGN_IN, "no source of it was given")
                .lacks(EvidenceKind.MAILBOX_RULE, "no source of it was given")
                .lacks(EvidenceKind.FORWARDING_SETTING, "no source of it was given")
                .cannotAssess("signin-new-country", EvidenceKind.SIGN_IN);
    }

    /** Nothing found, and everything read. */
    public static ResultStory calm() {
        return ResultStory.scan()
                .mailbox("info@shop.example", MailboxKind.ROLE)
                .reads("maillog", "postfix-log", EvidenceKind.SENT_MESSAGE, 812)
                .reads("dovecot.log", "dovecot-log", EvidenceKind.SIGN_IN, 4_100);
    }

    /** The organisation's mail flow was changed; nobody knows by whom. */
    public static ResultStory organisation() {
        return ResultStory.scan()
                .mailbox("info@shop.example", MailboxKind.ROLE)
                .finds(ResultStory.finding("fwd-transport-rule").inNoMailbox()
                        .of(Family.FORWARDING, AttackStage.PERSISTENCE).weighs(Level.HIGH, 90)
                        .at("2024-05-01T14:02:11Z", "2024-05-01T14:02:11Z")
                        .because(Reason.text("rule", "sync").andText("target", "box@elsewhere.example"))
                        .cites("audit.csv", 1));
    }

    /** An attacker who knows that somebody will read a report about him. */
    public static ResultStory hostile() {
        return HostileStory.result();
    }

    /** A thousand mailboxes with ten findings each. */
    public static ResultStory large() {
        ResultStory story = ResultStory.scan();
        for (int mailbox = 0; mailbox < 1_000; mailbox++) {
            String address = "user" + mailbox + "@shop.example";
            for (int i = 0; i < 10; i++) {
                story.finds((i % 3 == 0 ? burst() : i % 3 == 1 ? hidingRule() : foreignSignIn()).in(address)
                        .pattern(Integer.toString(i)));
            }
            story.sends(address, "2024-05-01T15:00:00Z", 3, 0, 0, 80, 90, 120, 110, 0, 40, 90, 10);
        }
        return story;
    }
}
