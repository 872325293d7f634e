package org.mimawari.indicator.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Examiner;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.catalogue.IndicatorPage;

/**
 * Tells what a mailbox sent. Its ordinary life ends with June 1st of 2026, a Monday; what the tests are about happens
 * on Tuesday, June 2nd. The zone is Tokyo, nine hours ahead of the times written here.
 */
public final class SentStory {

    public static final String OFFICE = "192.0.2.10";
    public static final String ABROAD = "203.0.113.66";
    /** Tuesday at ten in the morning, Tokyo. */
    public static final String TUESDAY = "2026-06-02T01:00:00Z";

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 1);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Pattern FACT = Pattern.compile("\\{([a-z]+)}");

    private final MailboxStory story;
    private final String domain;
    private int number;

    private SentStory(String mailbox) {
        this.story = MailboxStory.mailbox(mailbox);
        this.domain = mailbox.substring(mailbox.indexOf('@') + 1);
    }

    public static SentStory of(String mailbox) {
        return new SentStory(mailbox);
    }

    /** A person who has worked as people do for so many days. */
    public static SentStory person(int days) {
        return of("taro@shop.example").kind(MailboxKind.PERSON).lives(days);
    }

    /** A letter before it is sent. */
    public final class Letter {

        private SentMessage.Route route = SentMessage.Route.SENT_FOLDER;
        private Optional<String> id = Optional.of("<" + ++number + ".abc@" + domain + ">");
        private String subject = "About your order";
        private String from = "";
        private Optional<String> replyTo = Optional.empty();
        private List<String> to = List.of("partner1@client.example");
        private int more;
        private int bounced;
        private int deferred;
        private Optional<String> ip = Optional.empty();
        private Place place = Place.UNKNOWN;
        private Optional<String> client = Optional.empty();
        private Optional<String> inReplyTo = Optional.empty();
        private Optional<MessageContent> content = Optional.empty();

        public Letter log() {
            route = SentMessage.Route.SERVER_LOG;
            return this;
        }

        public Letter route(SentMessage.Route value) {
            route = value;
            return this;
        }

        public Letter id(String value) {
            id = Optional.of(value);
            return this;
        }

        public Letter withoutId() {
            id = Optional.empty();
            return this;
        }

        public Letter subject(String value) {
            subject = value;
            return this;
        }

        public Letter from(String value) {
            from = value;
            return this;
        }

        public Letter replyTo(String value) {
            replyTo = Optional.of(value);
            return this;
        }

        public Letter to(String... addresses) {
            to = List.of(addresses);
            return this;
        }

        public Letter to(List<String> addresses) {
            to = addresses;
            return this;
        }

        /** So many recipients more than are listed. */
        public Letter andMore(int recipients) {
            more = recipients;
            return this;
        }

        public Letter bounced(int recipients) {
            bounced = recipients;
            return this;
        }

        public Letter deferred(int recipients) {
            deferred = recipients;
            return this;
        }

        public Letter ip(String address) {
            ip = Optional.of(address);
            return this;
        }

        public Letter country(String country) {
            place = Place.inCountry(country);
            return this;
        }

        public Letter client(String name) {
            client = Optional.of(name);
            return this;
        }

        public Letter inReplyTo(String value) {
            inReplyTo = Optional.of(value);
            return this;
        }

        public Letter text(String text) {
            return content(text, List.of(), List.of());
        }

        public Letter link(String host) {
            return content("See the page", List.of(host), List.of());
        }

        public Letter attachment(String name) {
            return content("See the file", List.of(), List.of(name));
        }

        private Letter content(String text, List<String> links, List<String> files) {
            content = Optional.of(new MessageContent(text, links, files));
            return this;
        }

        private SentMessage at(String time) {
            var origin = story.at(time);
            String sender = from.isEmpty() ? origin.mailbox().orElseThrow().text() : from;
            return new SentMessage(origin, route, id, Optional.of(subject), Optional.of(sender), Optional.empty(),
                    replyTo, to.size() + more, to, 0, bounced, deferred, ip.flatMap(IpAddress::find), place, client,
                    inReplyTo, 2_000, content);
        }
    }

    public SentStory kind(MailboxKind kind) {
        story.kind(kind);
        return this;
    }

    /** So many days of ordinary mail up to June 1st: on weekdays, once an hour from nine to six, to twelve partners. */
    public SentStory lives(int days) {
        return lives(days, (letter, i) -> { });
    }

    public SentStory lives(int days, BiConsumer<Letter, Integer> habit) {
        int i = 0;
        for (LocalDate day = LAST_DAY.minusDays(days - 1L); !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            boolean free = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            for (int hour = 9; hour < 18 && !free; hour++) {
                Instant time = day.atTime(hour, 12).atZone(TOKYO).toInstant();
                int partner = i++ % 12;
                int count = i;
                send(time.toString(), letter -> habit.accept(
                        letter.to("partner" + partner + "@client.example"), count));
            }
        }
        return this;
    }

    public SentStory send(String time, Consumer<Letter> written) {
        Letter letter = new Letter();
        written.accept(letter);
        return with(letter.at(time));
    }

    public SentStory send(int letters, String time, Duration every, BiConsumer<Letter, Integer> written) {
        for (int i = 0; i < letters; i++) {
            int each = i;
            send(Instant.parse(time).plus(every.multipliedBy(i)).toString(), letter -> written.accept(letter, each));
        }
        return this;
    }

    /** Letters to one stranger each. */
    public SentStory floods(int letters, String time, Duration every) {
        return send(letters, time, every, (letter, i) -> letter.to(stranger(i)).subject("Your parcel"));
    }

    public static String stranger(int i) {
        return "victim" + i + "@far" + i % 300 + ".test";
    }

    public SentStory receives(String time, String from, String subject) {
        return with(new ReceivedMessage(story.at(time), Optional.of("<in" + ++number + "@client.example>"),
                Optional.of(subject), Optional.of(from), Optional.empty(), false));
    }

    public SentStory receivesAnswer(String time, String from, String subject, String toId, boolean automatic) {
        return with(new ReceivedMessage(story.at(time), Optional.of("<in" + ++number + "@client.example>"),
                Optional.of(subject), Optional.of(from), Optional.of(toId), automatic));
    }

    /** A report that mail to this recipient failed for good. */
    public SentStory bounces(String time, String recipient, OriginalMessage original) {
        return bounces(time, original, new FailedRecipient(Optional.of(recipient), Optional.of("5.1.1"),
                Optional.of("failed"), Optional.of("550"), Optional.of("user unknown")));
    }

    public SentStory bounces(String time, OriginalMessage original, FailedRecipient failure) {
        return with(new NonDeliveryReport(story.at(time), List.of(failure), original,
                Optional.of("mx.client.example"), Optional.of("<report" + ++number + "@mx.client.example>")));
    }

    /** A returned message of which only these are known. */
    public static OriginalMessage original(String id, String... signedBy) {
        return new OriginalMessage(Optional.of(id), Optional.of("Your parcel"), Optional.of("taro@shop.example"),
                Optional.empty(), List.of(), List.of(signedBy), Optional.empty());
    }

    public SentStory with(Evidence piece) {
        story.with(piece);
        return this;
    }

    public SentStory with(Function<MailboxStory, Evidence> piece) {
        return with(piece.apply(story));
    }

    public SentStory without(EvidenceKind kind) {
        story.without(kind);
        return this;
    }

    public static OutgoingScope scope() {
        return new OutgoingScope(Policy.forDomains(OwnDomains.of("shop.example")));
    }

    public Outgoing outgoing() {
        return scope().of(story.evidence());
    }

    /** What the indicator finds; every sentence about a finding must have the facts it names. */
    public List<Finding> findings(Indicator indicator) {
        return findings(List.of(indicator));
    }

    public List<Finding> findings(List<Indicator> indicators) {
        var evidence = story.evidence();
        List<Finding> findings = indicators.stream().flatMap(each -> each.examine(evidence).stream()).toList();
        findings.forEach(SentStory::checkSentences);
        return findings;
    }

    public Assessment assessment(Indicator indicator) {
        return new Examiner(List.of(indicator)).assess(story.evidence()).get(0);
    }

    private static void checkSentences(Finding finding) {
        IndicatorPage page = IndicatorPage.find(finding.indicator().id()).orElseThrow();
        for (String language : List.of("en", "ja")) {
            Matcher names = FACT.matcher(page.finding(language));
            while (names.find()) {
                assertThat(finding.reason().find(names.group(1))).as(names.group(1)).isPresent();
            }
        }
    }
}
