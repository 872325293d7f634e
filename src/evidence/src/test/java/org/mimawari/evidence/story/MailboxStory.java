package org.mimawari.evidence.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.TenantHabits;

/** Tells what happened in a mailbox, so that tests read as incidents. Evidence of every kind counts as covered. */
public final class MailboxStory {

    private static final IpAddress OFFICE = new IpAddress("192.0.2.10");

    private final MailboxAddress mailbox;
    private final MailboxEvidence.Builder evidence;
    private int line;

    private MailboxStory(String mailbox) {
        this.mailbox = new MailboxAddress(mailbox);
        this.evidence = MailboxEvidence.of(this.mailbox);
    }

    public static MailboxStory mailbox(String address) {
        return new MailboxStory(address);
    }

    public static IpAddress ip(String text) {
        return IpAddress.find(text).orElseThrow();
    }

    public static IpAddress office() {
        return OFFICE;
    }

    public MailboxEvidence evidence() {
        return evidence.build();
    }

    public MailboxStory kind(MailboxKind kind) {
        evidence.kind(kind);
        return this;
    }

    public MailboxStory tenant(TenantHabits habits) {
        evidence.tenant(habits);
        return this;
    }

    public MailboxStory without(EvidenceKind kind) {
        evidence.gap(new Gap(kind, "not exported"));
        return this;
    }

    public MailboxStory with(Evidence piece) {
        evidence.add(piece);
        return this;
    }

    /** The origin of the next piece of evidence, on a line of its own. */
    public Origin at(String time) {
        return new Origin(Optional.of(mailbox), Optional.of(Instant.parse(time)), next());
    }

    /** The origin of a state, which has no time. */
    public Origin undated() {
        return new Origin(Optional.of(mailbox), Optional.empty(), next());
    }

    private EvidenceRef next() {
        return EvidenceRef.line("story", ++line);
    }

    /** The owner signs in every day at nine in the morning (Tokyo) from the office. */
    public MailboxStory livesQuietly(String firstDay, int days) {
        Instant start = Instant.parse(firstDay + "T00:00:00Z");
        for (int day = 0; day < days; day++) {
            signsIn(start.plus(Duration.ofDays(day)).toString(), "192.0.2.10", "JP");
        }
        return this;
    }

    public MailboxStory signsIn(String time, String address, String country) {
        return with(signIn(at(time), SignIn.Outcome.SUCCESS, Optional.empty(), address, country, SignIn.Protocol.WEB));
    }

    public MailboxStory signsIn(String time, String address, String country, SignIn.Protocol protocol) {
        return with(signIn(at(time), SignIn.Outcome.SUCCESS, Optional.empty(), address, country, protocol));
    }

    public MailboxStory failsToSignIn(int times, String time, Duration every, String address) {
        for (int i = 0; i < times; i++) {
            Origin when = at(Instant.parse(time).plus(every.multipliedBy(i)).toString());
            with(signIn(when, SignIn.Outcome.FAILURE, Optional.of(SignIn.Failure.WRONG_PASSWORD), address, "",
                    SignIn.Protocol.WEB));
        }
        return this;
    }

    public static SignIn signIn(Origin origin, SignIn.Outcome outcome, Optional<SignIn.Failure> failure,
            String address, String country, SignIn.Protocol protocol, SignInTrait... traits) {
        Place place = country.isEmpty() ? Place.UNKNOWN : Place.inCountry(country);
        return new SignIn(origin, outcome, failure, Optional.of(ip(address)), place, protocol,
                Optional.of("Thunderbird/115"), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Set.of(traits), 1);
    }

    /** Sends messages at a steady pace, each to so many recipients never written to before. */
    public MailboxStory sends(int messages, int recipientsEach, String time, Duration every) {
        for (int i = 0; i < messages; i++) {
            List<String> to = new ArrayList<>();
            for (int r = 0; r < recipientsEach; r++) {
                to.add("stranger" + line + "x" + r + "@elsewhere" + (line * 7 + r) % 400 + ".example");
            }
            sends(Instant.parse(time).plus(every.multipliedBy(i)).toString(), "Special offer " + i, to);
        }
        return this;
    }

    public MailboxStory sends(String time, String subject, List<String> to) {
        return with(sent(at(time), subject, to, Optional.empty()));
    }

    public static SentMessage sent(Origin origin, String subject, List<String> to, Optional<IpAddress> from) {
        String id = "<" + origin.ref().locator() + "@" + origin.mailbox().map(MailboxAddress::domain).orElse("") + ">";
        return new SentMessage(origin, SentMessage.Route.SERVER_LOG, Optional.of(id), Optional.of(subject),
                origin.mailbox().map(MailboxAddress::text), origin.mailbox().map(MailboxAddress::text),
                Optional.empty(), to.size(), to, 0, 0, 0, from, Place.UNKNOWN, Optional.empty(), Optional.empty(),
                2_000, Optional.empty());
    }

    /** A rule found in a snapshot. */
    public MailboxStory hasRule(String name, List<RuleCondition> conditions, RuleAction... actions) {
        return with(new MailboxRule(undated(), name, true, conditions, List.of(actions), true, Set.of(),
                Change.PRESENT, Actor.UNKNOWN));
    }

    /** A rule that an audit log shows being made. */
    public MailboxStory makesRule(String time, String address, String name, List<RuleCondition> conditions,
            RuleAction... actions) {
        Actor actor = Actor.user(mailbox.text(), Actor.Role.OWNER).from(IpAddress.find(address), Place.UNKNOWN);
        return with(new MailboxRule(at(time), name, true, conditions, List.of(actions), true, Set.of(),
                Change.ADDED, actor));
    }

    public MailboxStory forwardsTo(String time, String target, boolean keepsCopy) {
        return with(new ForwardingSetting(at(time), target, "ForwardingSmtpAddress", Optional.of(keepsCopy), true,
                true, Change.ADDED, Actor.user(mailbox.text(), Actor.Role.OWNER)));
    }

    public static RuleCondition subjectHas(String... words) {
        return RuleCondition.of(RuleCondition.Field.SUBJECT, List.of(words));
    }
}
