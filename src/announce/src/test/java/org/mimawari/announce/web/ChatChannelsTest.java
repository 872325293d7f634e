package org.mimawari.announce.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Stories;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Language;
import org.yaml.snakeyaml.Yaml;

class ChatChannelsTest {

    private static final Clock CLOCK = Clock.fixed(Stories.NOON, ZoneOffset.UTC);
    private static final AnnouncementText ENGLISH = new AnnouncementText(Language.ENGLISH, ZoneOffset.UTC);
    private static final Endpoint NOWHERE = Endpoint.of("https://hooks.example/", Trust.PLATFORM);

    @Test
    void slackTakesNothingForeignAsMarkup() {
        Map<String, ?> message = parsed(slack().body(Stories.hostile()));

        assertThat(message.get("mrkdwn")).isEqualTo(false);
        assertThat(texts(message)).isNotEmpty().allSatisfy(text -> {
            assertThat(text.get("type")).isEqualTo("plain_text");
            assertThat(text.get("text")).asString().doesNotContain("<", ">").doesNotContainPattern("&(?!amp;|lt;|gt;)");
        });
        assertThat(texts(message)).anySatisfy(text -> assertThat(text.get("text")).asString()
                .contains("&lt;!channel&gt;"));
    }

    @Test
    void slackKeepsItsLimitsWithTenThousandIncidents() {
        Map<String, ?> message = parsed(slack().body(Stories.many(10_000)));

        assertThat(texts(message)).hasSizeBetween(4, 50)
                .allSatisfy(text -> assertThat(text.get("text")).asString().hasSizeLessThanOrEqualTo(3_000));
        assertThat(texts(message).get(0).get("text")).asString().hasSizeLessThanOrEqualTo(150);
        assertThat(texts(message).toString()).contains("Not listed here: 9,99");
    }

    @Test
    void slackCountsItsLimitAfterEscaping() {
        assertThat(SlackChannel.escaped("&".repeat(100), 150)).hasSizeLessThanOrEqualTo(150).startsWith("&amp;")
                .endsWith("&amp;…");
    }

    @Test
    void teamsUsesTextThatKnowsNoMarkdown() {
        Map<String, ?> card = card(teams().body(Stories.hostile()));

        assertThat(card.get("type")).isEqualTo("AdaptiveCard");
        assertThat((List<?>) card.get("body")).isNotEmpty().allSatisfy(block -> assertThat(block.toString())
                .contains("{type=RichTextBlock", "inlines=[{type=TextRun").doesNotContain("type=TextBlock"));
        assertThat(card.toString()).contains("[a](https[:]//evil.example)").doesNotContain("\u0000", "\r");
    }

    @Test
    void teamsKeepsItsLimitWithTenThousandJapaneseIncidents() {
        byte[] json = teams().body(japanese(200));

        assertThat(json.length).isLessThan(28_000);
        assertThat(card(json).toString()).contains("Not listed here: ");
    }

    @Test
    void postsWhatItWrote() throws IOException, AnnounceException {
        try (WebServer server = WebServer.answering(202)) {
            new TeamsChannel("teams", server.endpoint(), ENGLISH, CLOCK).send(Stories.hostile());
            new SlackChannel("slack", server.endpoint(), ENGLISH, CLOCK).send(Stories.hostile());

            assertThat(server.received).hasSize(2).allSatisfy(post -> assertThat(post.signature()).isEqualTo("null"));
            assertThat(server.received.get(0).body()).isEqualTo(teams().body(Stories.hostile()));
        }
    }

    private static Announcement japanese(int number) {
        List<KnownIncident> incidents = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            incidents.add(Stories.incident("user" + i + "@hinode.example", IncidentStatus.NEW, Level.HIGH,
                    "転".repeat(600)));
        }
        return new Announcement("A-2", "日の出", Stories.NOON, incidents, List.of());
    }

    private static SlackChannel slack() {
        return new SlackChannel("slack", NOWHERE, ENGLISH, CLOCK);
    }

    private static TeamsChannel teams() {
        return new TeamsChannel("teams", NOWHERE, ENGLISH, CLOCK);
    }

    private static List<Map<?, ?>> texts(Map<String, ?> message) {
        List<Map<?, ?>> texts = new ArrayList<>();
        for (Object block : (List<?>) message.get("blocks")) {
            texts.add((Map<?, ?>) ((Map<?, ?>) block).get("text"));
        }
        return texts;
    }

    private static Map<String, ?> card(byte[] json) {
        Map<?, ?> attachment = (Map<?, ?>) ((List<?>) parsed(json).get("attachments")).get(0);
        assertThat(attachment.get("contentType")).isEqualTo("application/vnd.microsoft.card.adaptive");
        return named(attachment.get("content"));
    }

    private static Map<String, ?> parsed(byte[] json) {
        return named(new Yaml().load(new String(json, StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> named(Object mapping) {
        return (Map<String, ?>) mapping;
    }
}
