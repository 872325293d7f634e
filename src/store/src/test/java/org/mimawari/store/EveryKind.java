package org.mimawari.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/** One piece of evidence of every kind, with every field filled. */
public final class EveryKind {

    private static final Instant TIME = Instant.parse("2026-11-12T04:45:00.123456789Z");
    private static final Origin ORIGIN = Origin.of(new MailboxAddress("info@shop.example"), TIME,
            new EvidenceRef("日本/log.csv", "line:12", Optional.of("id-1")));
    private static final Optional<IpAddress> IP = IpAddress.find("192.0.2.7");
    private static final Place PLACE = new Place(Optional.of("JP"), Optional.of(64500L), Optional.of(new Position(35.5, -139.25)));
    private static final Actor ACTOR = new Actor(Optional.of("admin@shop.example"), Actor.Role.ADMIN, IP, PLACE,
            Optional.of("Client=OWA"), Optional.of("app"), Optional.of("session"));
    private static final OriginalMessage ORIGINAL = new OriginalMessage(Optional.of("<a@b.example>"), Optional.of("件名"),
            Optional.of("x@shop.example"), Optional.of(TIME), List.of("from a by b"), List.of("shop.example"), Optional.of("X"));

    private EveryKind() {}

    public static List<Evidence> all() {
        return List.of(
                new SignIn(ORIGIN, SignIn.Outcome.FAILURE, Optional.of(SignIn.Failure.MFA), IP, PLACE, SignIn.Protocol.IMAP,
                        Optional.of("c"), Optional.of("a"), Optional.of("i"), Optional.of("d"), Optional.of("s"),
                        Optional.of("50126"), Set.of(SignInTrait.ROPC, SignInTrait.SINGLE_FACTOR), 3),
                new MailboxRule(ORIGIN, "請求\uD800書", true, List.of(new RuleCondition(RuleCondition.Field.SUBJECT, true,
                        List.of("a", "b"))), List.of(RuleAction.of(RuleAction.Type.MOVE, "RSS")), false,
                        Set.of(RuleTrait.HIDDEN), Change.ADDED, ACTOR),
                new ForwardingSetting(ORIGIN, "x@evil.example", "ForwardingSmtpAddress", Optional.of(false), true, false,
                        Change.CHANGED, ACTOR),
                new SettingChange(ORIGIN, SettingTopic.ROLE_GRANTED, "Add member to role.", Optional.of("t"),
                        List.of(new Parameter("n", "v")), true, ACTOR),
                new MailFlowRule(ORIGIN, MailFlowRule.Type.TRANSPORT_RULE, "n", true, List.of("x@evil.example"),
                        List.of(new Parameter("n", "v")), Change.ENABLED, ACTOR),
                new SentMessage(ORIGIN, SentMessage.Route.SERVER_LOG, Optional.of("<m@x>"), Optional.of("s"), Optional.of("f"),
                        Optional.of("e"), Optional.of("r"), 2, List.of("a@x.example", "b@x.example"), 1, 1, 1, IP, PLACE,
                        Optional.of("c"), Optional.of("<i@x>"), 1234L,
                        Optional.of(new MessageContent("secret text", List.of("l.example"), List.of("a.html")))),
                new ReceivedMessage(ORIGIN, Optional.of("<m@x>"), Optional.of("s"), Optional.of("f"), Optional.of("<i@x>"), true),
                new NonDeliveryReport(ORIGIN, List.of(new FailedRecipient(Optional.of("r"), Optional.of("5.1.1"),
                        Optional.of("failed"), Optional.of("550"), Optional.of("d"))), ORIGINAL, Optional.of("mx"),
                        Optional.of("<n@x>")),
                new FeedbackReport(ORIGIN, "abuse", IP, Optional.of("shop.example"), ORIGINAL),
                new MailAccess(ORIGIN, MailAccess.Type.SYNC, 10, 20, true, Optional.of("Inbox"), ACTOR),
                new MailRemoval(ORIGIN, MailRemoval.Type.MOVE, Optional.of("Sent"), Optional.of("Archive"),
                        List.of(new MailRemoval.RemovedItem(Optional.of("s"), Optional.of("<m@x>"))), 7, ACTOR),
                new MailSearch(ORIGIN, "契約", ACTOR),
                new Delegation(ORIGIN, "x@evil.example", List.of("FullAccess"), Optional.of("Inbox"), Change.REMOVED, ACTOR),
                new ConnectedApp(ORIGIN, "id", Optional.of("name"), List.of("Mail.Read"), true, Optional.of(true),
                        Change.ADDED, ACTOR),
                new SendAsAddress(ORIGIN, "a@x.example", Optional.of("n"), Optional.of("r"), Optional.of("smtp"), true,
                        Change.PRESENT, ACTOR),
                new AutoReply(ORIGIN, true, Optional.of("s"), Optional.of("t"), true, Optional.of(TIME), Change.DISABLED, ACTOR),
                new ProviderAlert(ORIGIN, ProviderAlert.Topic.MALWARE, "t", Optional.of("high"), Optional.of("d"), IP),
                new MailboxProfile(ORIGIN, MailboxKind.SHARED, Optional.of("n"), List.of(new MailboxAddress("a@shop.example")),
                        List.of(new Parameter("AuditEnabled", "False"))));
    }
}
