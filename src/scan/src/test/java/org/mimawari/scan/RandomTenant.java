package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/**
 * The weeks of a few mailboxes that live by habits, in which now and then something is other than usual, by chance or
 * by
 * attack. The same seed gives the same weeks.
 */
final class RandomTenant {

    static final Instant FIRST = Instant.parse("2026-08-03T00:00:00Z");
    private static final List<String> NAMES = List.of("aoi", "ken", "haru", "mei", "sora", "info", "yui", "ren");
    private static final List<String> SUBJECTS = List.of("会議の件について", "来週の予定をお送りします", "お見積りのご確認",
            "Weekly plans of the team",
            "資料の送付", "ok");
    private static final List<String> LURES = List.of("Payment overdue: verify your account now",
            "至急 お振込先変更のご連絡", "Re: お見積りのご確認", "Undelivered Mail Returned to Sender", "Security alert: new device");
    private static final List<String> PLACES = List.of("198.51.100.7", "198.51.100.8", "203.0.113.5", "203.0.113.77");
    private static final List<String> COUNTRIES = List.of("JP", "JP", "US", "VN", "RU");

    private final Random random;
    private final List<Evidence> pieces = new ArrayList<>();
    private int line;

    RandomTenant(long seed) {
        this.random = new Random(seed);
    }

    /** Everything that happened within so many days, in order of time. */
    List<Evidence> weeks(int days, int quiet) {
        for (int who = 0; who < NAMES.size(); who++) {
            begin(who);
            for (int day = 0; day < days; day++) {
                live(who, day, day < quiet);
            }
        }
        for (int attack = 0; attack < 6; attack++) {
            attack(random.nextInt(NAMES.size()), quiet + random.nextInt(days - quiet));
        }
        pieces.sort(Comparator.comparing(piece -> piece.time().orElse(FIRST)));
        return pieces;
    }

    private void begin(int who) {
        List<MailboxAddress> aliases = who == 3 ? List.of(new MailboxAddress("sales@shop.example")) : List.of();
        pieces.add(new MailboxProfile(new Origin(Optional.of(address(who)), Optional.empty(), ref("settings.csv")),
                MailboxKind.UNKNOWN, Optional.of(NAMES.get(who)), aliases, List.of()));
    }

    private void live(int who, int day, boolean isQuiet) {
        if (day % 7 >= 5 || chance(0.03)) {
            return;
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            pieces.add(signIn(who, moment(day), usual(who)));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            sends(who, moment(day), SUBJECTS.get(random.nextInt(SUBJECTS.size())), List.of(contact(who)));
        }
        if (who % 2 == 0) {
            pieces.add(reads(who, moment(day), usual(who), 1 + random.nextInt(20)));
        }
        if (who % 3 == 0 && chance(0.7)) {
            pieces.add(removes(who, moment(day), usual(who), "Inbox", "News"));
        }
        if (!isQuiet && chance(0.1)) {
            odd(who, moment(day));
        }
    }

    /** Where from and with what. */
    private record Source(String ip, String country, String client, Optional<String> session, Set<SignInTrait> traits,
            SignIn.Outcome outcome, SignIn.Protocol protocol) {

        Source in(String otherIp, String otherCountry) {
            return new Source(otherIp, otherCountry, client, session, traits, outcome, protocol);
        }

        Source with(String otherClient) {
            return new Source(ip, country, otherClient, session, traits, outcome, protocol);
        }

        Source failing() {
            return new Source(ip, country, client, session, traits, SignIn.Outcome.FAILURE, protocol);
        }

        Source within(String other) {
            return new Source(ip, country, client, Optional.of(other), traits, outcome, protocol);
        }
    }

    private Source usual(int who) {
        boolean away = who % 2 == 1 && chance(0.4);
        return new Source(away ? "203.0.113." + (10 + who) : "192.0.2." + (10 + who), "JP", away ? "iPhone Mail"
                : "Outlook/16",
                Optional.empty(), Set.of(), SignIn.Outcome.SUCCESS, SignIn.Protocol.WEB);
    }

    private Source strange(int who) {
        String ip = pick(PLACES);
        return usual(who).in(ip, pick(COUNTRIES)).with(chance(0.5) ? "Outlook/16" : "python-requests/2.31");
    }

    private void odd(int who, Instant time) {
        Source usual = usual(who);
        switch (random.nextInt(12)) {
            case 0 -> pieces.add(signIn(who, time, usual.in(pick(PLACES), "JP")));
            case 1 -> repeat(1 + random.nextInt(4), i -> pieces.add(signIn(who, time.plusSeconds(60L * i),
                    usual.failing())));
            case 2 -> pieces.add(signIn(who, time, usual.with("Thunderbird/115")));
            case 3 -> sends(who, time, pick(LURES), List.of(contact(who), contact(who)));
            case 4 -> sends(who, time, pick(SUBJECTS), List.of());
            case 5 -> pieces.add(removes(who, time, usual, "Sent Items", "RSS Feeds"));
            case 6 -> pieces.add(received(who, time));
            case 7 -> pieces.add(bounce(who, time));
            case 8 -> pieces.add(reads(who, time, usual, 140));
            case 9 -> pieces.add(signIn(who, time, new Source(usual.ip(), "JP", usual.client(), Optional.empty(),
                    Set.of(pick(List.copyOf(EnumSet.allOf(SignInTrait.class)))), SignIn.Outcome.SUCCESS,
                            usual.protocol())));
            case 10 -> pieces.add(delegates(who, time));
            default -> pieces.add(signIn(who, time, new Source(usual.ip(), "JP", usual.client(), Optional.empty(),
                    Set.of(),
                    SignIn.Outcome.CHALLENGED, pick(List.of(SignIn.Protocol.values())))));
        }
    }

    private void attack(int who, int day) {
        Instant start = moment(day);
        Source strange = strange(who);
        Source usual = usual(who);
        switch (random.nextInt(13)) {
            case 0 -> pieces.add(signIn(who, start, usual.in(pick(PLACES), "VN")));
            case 1 -> repeat(60, i -> sends(who, start.plusSeconds(300L * i), "Special offer " + i,
                    List.of("victim" + random.nextInt(9_999) + "@elsewhere.example")));
            case 2 -> repeat(24, i -> sends(who, start.plusSeconds(1_500L * i), "Invoice 会社 please look at this",
                    List.of(contact(who))));
            case 3 -> repeat(5, i -> {
                pieces.add(bounce(who, start.plusSeconds(120L * i)));
                pieces.add(removes(who, start.plusSeconds(120L * i + 30), usual, "Inbox", "News"));
            });
            case 4 -> repeat(18, i -> pieces.add(signIn(who, start.plus(Duration.ofHours(20L * i)),
                    usual.in(strange.ip(), "JP")
                    .failing())));
            case 5 -> {
                repeat(18, i -> pieces.add(signIn(who, start.plus(Duration.ofHours(24L * i)), usual.in(strange.ip(),
                        "JP").failing())));
                pieces.add(signIn(who, start.plus(Duration.ofHours(24L * 18)), usual.in(strange.ip(), "JP")));
            }
            case 6 -> repeat(25, i -> pieces.add(signIn(who, start.plus(Duration.ofHours(24L * i)), strange)));
            case 7 -> repeat(NAMES.size(), i -> {
                repeat(3, k -> pieces.add(signIn(i, start.plusSeconds(30L * i + k), strange.failing())));
                if (chance(0.3)) {
                    pieces.add(signIn(i, start.plusSeconds(900L + 30 * i), strange));
                }
            });
            case 8 -> repeat(7, i -> pieces.add(reads(i, start.plusSeconds(60L * i), usual(i), 3)));
            case 9 -> pieces.add(new ConnectedApp(origin(who, start, "settings.csv"), "app-" + day,
                    Optional.of("Mail Sync"),
                    List.of("Mail.ReadWrite", "offline_access"), false, Optional.of(false), Change.ADDED, by(who,
                            strange)));
            case 10 -> repeat(4, i -> pieces.add(new MailboxRule(origin((who + i) % NAMES.size(),
                    start.plusSeconds(90L * i),
                    "settings.csv"), ".", true, List.of(), List.of(new RuleAction(RuleAction.Type.DELETE, List.of())),
                            true,
                    Set.of(), Change.ADDED, by(who, strange))));
            case 11 -> {
                pieces.add(signIn(who, start, usual.within("s" + day)));
                pieces.add(signIn(who, start.plusSeconds(3_600), usual(who).in("203.0.113." + (10 + who), "JP")
                        .with("iPhone Mail").within("s" + day)));
            }
            default -> pieces.add(new ForwardingSetting(origin(who, start, "settings.csv"), "away@attacker.example",
                    "ForwardingSmtpAddress", Optional.of(true), true, true, Change.ADDED, by(who, strange)));
        }
    }

    private SignIn signIn(int who, Instant time, Source source) {
        boolean success = source.outcome() == SignIn.Outcome.SUCCESS;
        Optional<SignIn.Failure> failure = success ? Optional.empty()
                : Optional.of(source.outcome() == SignIn.Outcome.FAILURE ? SignIn.Failure.WRONG_PASSWORD
                        : SignIn.Failure.MFA);
        return new SignIn(origin(who == 2 && time.getEpochSecond() % 2 == 0 ? new MailboxAddress(NAMES.get(who))
                : address(who),
                time, "signin.log"), source.outcome(), failure, IpAddress.find(source.ip()),
                        Place.inCountry(source.country()),
                source.protocol(), Optional.of(source.client()), Optional.empty(), Optional.empty(), Optional.empty(),
                source.session(), Optional.empty(), source.traits(), 1);
    }

    /** Ren's program keeps copies, which another source shows. */
    private void sends(int who, Instant time, String subject, List<String> to) {
        String id = "<" + ++line + "@shop.example>";
        pieces.add(sent(who, time, subject, to, id, SentMessage.Route.SERVER_LOG));
        if (who == 7 && chance(0.9)) {
            pieces.add(sent(who, time, subject, to, id, SentMessage.Route.SENT_FOLDER));
        }
    }

    private SentMessage sent(int who, Instant time, String subject, List<String> to, String id,
            SentMessage.Route route) {
        MailboxAddress sender = who == 3 && chance(0.3) ? new MailboxAddress("sales@shop.example") : address(who);
        String source = route == SentMessage.Route.SENT_FOLDER ? "folder.mbox" : "mail.log";
        return new SentMessage(origin(sender, time, source), route, Optional.of(id), Optional.of(subject), Optional.of(
                address(who).text()), Optional.of(address(who).text()), Optional.empty(), Math.max(1, to.size()), to,
                        0, 0, 0,
                Optional.empty(), Place.UNKNOWN, Optional.empty(), Optional.empty(), 2_000, Optional.empty());
    }

    private MailAccess reads(int who, Instant time, Source source, int items) {
        return new MailAccess(origin(who, time, "audit.csv"), chance(0.9) ? MailAccess.Type.BIND
                : MailAccess.Type.SYNC, items,
                items * 1_000L, chance(0.02), Optional.empty(), by(who, source));
    }

    private MailRemoval removes(int who, Instant time, Source source, String folder, String into) {
        List<MailRemoval.RemovedItem> items = List.of(new MailRemoval.RemovedItem(Optional.of(pick(chance(0.9)
                ? SUBJECTS : LURES)),
                Optional.of("<" + Math.max(1, line - random.nextInt(3)) + "@shop.example>")));
        return new MailRemoval(origin(who, time, "audit.csv"), chance(0.5) ? MailRemoval.Type.MOVE
                : MailRemoval.Type.SOFT_DELETE,
                Optional.of(folder), Optional.of(into), items, 1, by(who, source));
    }

    private ReceivedMessage received(int who, Instant time) {
        return new ReceivedMessage(origin(who, time, "mail.log"), Optional.empty(), Optional.of(pick(SUBJECTS)),
                Optional.of(contact(who)), Optional.empty(), false);
    }

    private NonDeliveryReport bounce(int who, Instant time) {
        OriginalMessage original = new OriginalMessage(Optional.of("<" + Math.max(1,
                line - random.nextInt(3)) + "@shop.example>"),
                Optional.of(pick(SUBJECTS)), Optional.of(address(who).text()), Optional.of(time), List.of(), List.of(),
                Optional.empty());
        return new NonDeliveryReport(origin(who, time, "mail.log"),
                List.of(new FailedRecipient(Optional.of("gone@client.example"),
                Optional.of("5.1.1"), Optional.of("failed"), Optional.empty(), Optional.empty())), original,
                        Optional.empty(),
                Optional.of("<bounce" + line + "@client.example>"));
    }

    private Delegation delegates(int who, Instant time) {
        return new Delegation(origin(who, time, "settings.csv"), address((who + 1) % NAMES.size()).text(),
                List.of("FullAccess"),
                Optional.empty(), Change.ADDED, by(who, usual(who)));
    }

    private Actor by(int who, Source source) {
        Actor.Role role = chance(0.05) ? Actor.Role.DELEGATE : Actor.Role.OWNER;
        Actor actor = Actor.user(role == Actor.Role.OWNER ? address(who).text() : "guest@shop.example", role)
                .from(IpAddress.find(source.ip()), Place.inCountry(source.country()));
        return new Actor(actor.user(), role, actor.ip(), actor.place(), Optional.of(source.client()), Optional.empty(),
                source.session());
    }

    private Origin origin(int who, Instant time, String source) {
        return origin(address(who), time, source);
    }

    private Origin origin(MailboxAddress mailbox, Instant time, String source) {
        return Origin.of(mailbox, time, ref(source));
    }

    private EvidenceRef ref(String source) {
        return EvidenceRef.line(source, ++line);
    }

    private static MailboxAddress address(int who) {
        return new MailboxAddress(NAMES.get(who) + "@shop.example");
    }

    private String contact(int who) {
        return "partner" + (who * 4 + random.nextInt(4)) + "@client" + who + ".example";
    }

    private Instant moment(int day) {
        return FIRST.plus(Duration.ofDays(day)).plusMillis(random.nextInt(8 * 3_600_000));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void repeat(int times, IntConsumer act) {
        for (int i = 0; i < times; i++) {
            act.accept(i);
        }
    }
}
