package org.mimawari.announce.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Stories;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.report.wording.Language;
import org.yaml.snakeyaml.Yaml;

class WebhookChannelTest {

    private static final Clock CLOCK = Clock.fixed(Stories.NOON, ZoneOffset.UTC);
    private static final AnnouncementText ENGLISH = new AnnouncementText(Language.ENGLISH, ZoneOffset.UTC);

    @Test
    void signsExactlyTheBodyItSends() throws IOException, AnnounceException {
        try (WebServer server = WebServer.answering(200)) {
            channel(server.endpoint()).send(Stories.of(Stories.taken("suzuki@hinode.example")));

            WebServer.Received received = server.received.get(0);
            assertThat(received.signature())
                    .isEqualTo(new Signature("0123456789abcdef").of(received.body(), Stories.NOON))
                    .matches("t=1714532400,v1=[0-9a-f]{64}");
        }
    }

    @Test
    void theSignatureIsTheOneOthersCompute() {
        // printf '1714532400.{}' | openssl dgst -sha256 -hmac 0123456789abcdef
        assertThat(new Signature("0123456789abcdef").of("{}".getBytes(StandardCharsets.UTF_8), Stories.NOON))
                .isEqualTo("t=1714532400,v1=763b48802baa13e7643af03635bc722a4dc67e63f8e4b2a7b6e67909be98c218");
    }

    @Test
    void tellsWhatHappenedAsJson() {
        String json = new String(channel(Endpoint.of("https://hooks.example/", Trust.PLATFORM))
                .body(Stories.of(Stories.taken("suzuki@hinode.example"))), StandardCharsets.UTF_8);

        assertThat(json).startsWith("{\"version\":1,\"id\":\"A-1\",\"tenant\":\"hinode\",\"at\":\"2024-05-01T03:00:00Z\",\"language\":\"en\"")
                .contains("\"counts\":{\"new\":{\"critical\":1}}",
                "\"mailbox\":\"suzuki@hinode.example\",\"status\":\"new\",\"level\":\"critical\",\"score\":92.5",
                        "\"response\":[\"reset-password\",\"remove-rule\"]", "\"notListed\":0,\"failures\":[]}");
    }

    @Test
    void hostileTextStaysInsideItsQuotes() {
        String json = new String(channel(Endpoint.of("https://hooks.example/", Trust.PLATFORM))
                .body(Stories.hostile()), StandardCharsets.UTF_8);

        Object read = new Yaml().load(json);
        assertThat(read).asString().contains("⏎Bcc: victim@evil.example␀⟨U+202E⟩␛[2J");
        assertThat(json).doesNotContain("\n", "\u001B", "\u202E");
    }

    @Test
    void tenThousandIncidentsMakeOneSmallBody() {
        byte[] json = channel(Endpoint.of("https://hooks.example/", Trust.PLATFORM)).body(Stories.many(10_000));

        assertThat(json.length).isLessThan(60_000);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"notListed\":9980",
                "\"counts\":{\"new\":{\"critical\":100,\"high\":900,\"medium\":9000}}");
    }

    private static WebhookChannel channel(Endpoint endpoint) {
        return new WebhookChannel("webhook", endpoint, "0123456789abcdef", ENGLISH, CLOCK);
    }
}
