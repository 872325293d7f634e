package org.mimawari.announce.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.announce.Channel;
import org.mimawari.announce.FromLevel;
import org.mimawari.announce.mail.MailChannel;
import org.mimawari.announce.syslog.SyslogChannel;
import org.mimawari.announce.web.SlackChannel;
import org.mimawari.announce.web.TeamsChannel;
import org.mimawari.announce.web.WebhookChannel;
import org.mimawari.report.wording.Language;

class ChannelReaderTest {

    private static final Map<String, Map<String, List<String>>> WHOLE = Map.of(
            "mail", Map.of("host", List.of("relay.hinode.example"), "from", List.of("mimawari@hinode.example"),
                    "to", List.of("sato@hinode.example", "soc@watch.example"), "user", List.of("alerts"), "password",
                            List.of("p")),
            "webhook", Map.of("url", List.of("https://hooks.example/x"), "secret", List.of("0123456789abcdef")),
            "slack", Map.of("url", List.of("https://hooks.example/slack")),
            "teams", Map.of("url", List.of("https://hooks.example/teams")),
            "syslog", Map.of("host", List.of("log.hinode.example")));

    private final ChannelReader reader = new ChannelReader(new Surroundings(Language.ENGLISH, ZoneOffset.UTC,
            Path.of("/etc/mimawari"),
            Clock.systemUTC(), "-", address -> false));

    @Test
    void makesEveryKindOfChannel() throws SettingException {
        List<ChannelConfiguration> configurations = List.of("mail", "webhook", "slack", "teams", "syslog").stream()
                .map(type -> new ChannelConfiguration(type, WHOLE.get(type))).toList();

        List<Channel> channels = reader.channels(configurations);

        assertThat(channels).hasExactlyElementsOfTypes(MailChannel.class, WebhookChannel.class, SlackChannel.class,
                TeamsChannel.class, SyslogChannel.class);
        assertThat(channels).extracting(Channel::name).containsExactly("mail", "webhook", "slack", "teams", "syslog");
    }

    @Test
    void takesTheSettingsOfAllChannels() throws SettingException {
        Channel channel = reader.channel(with("teams",
                Map.of("lang", "ja", "min-level", "high", "name", "soc", "zone", "Asia/Tokyo")));

        assertThat(channel).isInstanceOf(FromLevel.class);
        assertThat(channel.name()).isEqualTo("soc");
    }

    @Test
    void everyRequiredSettingIsMissed() {
        Map<String, List<String>> required = Map.of("mail", List.of("host", "from", "to"), "webhook",
                List.of("url", "secret"),
                "slack", List.of("url"), "teams", List.of("url"), "syslog", List.of("host"));
        required.forEach((type, names) -> names.forEach(name -> {
            Map<String, List<String>> without = new HashMap<>(WHOLE.get(type));
            without.remove(name);
            assertThatThrownBy(() -> reader.channel(new ChannelConfiguration(type, without)))
                    .isInstanceOf(SettingException.class)
                    .hasMessage("announce " + type + ": '" + name + "': this setting is missing");
        }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "slack   | ulr       | x                    | announce slack: unknown setting 'ulr'; known here: ca",
        "slack   | url       | http://hooks.example | announce slack: 'url': expected an https address",
        "slack   | lang      | de                   | announce slack: 'lang': expected en or ja",
        "slack   | zone      | Tokio                | announce slack: 'zone': expected a time zone",
        "slack   | min-level | grave                | announce slack: 'min-level': expected one of info, low, medium, high, critical",
        "webhook | secret    | short                | announce webhook: 'secret': expected at least 16 characters",
        "mail    | to        | sato                 | announce mail: 'to': 'sato' is no mail address",
        "mail    | from      | 佐藤@hinode.example   | announce mail: 'from': '佐藤@hinode.example' is no mail address",
        "mail    | from      | a..b@hinode.example  | announce mail: 'from': 'a..b@hinode.example' is no mail address",
        "mail    | port      | 70000                | announce mail: 'port': expected a number from 1 to 65535",
        "mail    | security  | ssl                  | announce mail: 'security': expected starttls, tls or none",
        "mail    | security  | none                 | announce mail: 'security': a password is not sent in clear",
        "mail    | password  | ''                   | announce mail: 'password': 'user' and 'password' go together",
        "syslog  | security  | none                 | announce syslog: 'security': syslog without TLS is allowed to this machine only",
        "syslog  | facility  | local8               | announce syslog: 'facility': expected one of kern"})
    void namesTheSettingThatIsWrong(String type, String name, String value, String message) {
        assertThatThrownBy(() -> reader.channel(with(type, Map.of(name, value)))).isInstanceOf(SettingException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesTypesItDoesNotKnowAndNamesThatComeTwice() {
        ChannelConfiguration slack = new ChannelConfiguration("slack", WHOLE.get("slack"));

        assertThatThrownBy(() -> reader.channel(new ChannelConfiguration("pager", Map.of())))
                .hasMessageContaining("unknown type 'pager'");
        assertThatThrownBy(() -> reader.channels(List.of(slack, slack)))
                .hasMessageContaining("two channels are called 'slack'");
    }

    @Test
    void neverShowsAValue() {
        assertThat(with("webhook", Map.of("secret", "0123456789abcdef"))).asString().doesNotContain("0123456789abcdef");
    }

    private static ChannelConfiguration with(String type, Map<String, String> more) {
        Map<String, List<String>> values = new HashMap<>(WHOLE.get(type));
        more.forEach((name, value) -> values.put(name, List.of(value)));
        return new ChannelConfiguration(type, values);
    }
}
