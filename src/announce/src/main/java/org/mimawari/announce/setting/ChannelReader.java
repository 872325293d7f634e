package org.mimawari.announce.setting;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.announce.Channel;
import org.mimawari.announce.FromLevel;
import org.mimawari.announce.mail.MailChannel;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.syslog.SyslogChannel;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.announce.web.Endpoint;
import org.mimawari.announce.web.SlackChannel;
import org.mimawari.announce.web.TeamsChannel;
import org.mimawari.announce.web.WebhookChannel;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Language;

/** Makes the configured channels. Strict: an unknown or malformed setting is an error that names it. */
public final class ChannelReader {

    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_NAME = 60;

    private final Surroundings surroundings;

    public ChannelReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @throws SettingException where one of them is wrong, or two bear the same name */
    public List<Channel> channels(List<ChannelConfiguration> configurations) throws SettingException {
        List<Channel> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ChannelConfiguration each : configurations) {
            Channel channel = channel(each);
            if (!names.add(channel.name())) {
                throw new SettingException("announce: two channels are called '" + channel.name()
                        + "'; give each a 'name' of its own");
            }
            channels.add(channel);
        }
        return channels;
    }

    /** @throws SettingException naming the setting that is wrong */
    public Channel channel(ChannelConfiguration configuration) throws SettingException {
        ChannelSettings settings = new ChannelSettings("announce " + configuration.type(), configuration.values());
        Level level = level(settings);
        Channel channel = channel(configuration.type(), settings);
        settings.finish();
        return level == Level.INFO ? channel : new FromLevel(channel, level);
    }

    private Channel channel(String type, ChannelSettings settings) throws SettingException {
        String name = name(type, settings);
        AnnouncementText text = text(settings);
        return switch (type) {
            case "mail" -> new MailChannel(name, MailReader.read(settings, trust(settings)), text,
                    surroundings.suspected());
            case "webhook" -> new WebhookChannel(name, endpoint(settings), secret(settings), text,
                    surroundings.clock());
            case "slack" -> new SlackChannel(name, endpoint(settings), text, surroundings.clock());
            case "teams" -> new TeamsChannel(name, endpoint(settings), text, surroundings.clock());
            case "syslog" -> new SyslogChannel(name,
                    SyslogReader.read(settings, trust(settings), surroundings.hostName()), text);
            default -> throw new SettingException("announce: unknown type '" + type
                    + "'; known are mail, webhook, slack, teams and syslog");
        };
    }

    private static String name(String type, ChannelSettings settings) throws SettingException {
        String name = settings.find("name").orElse(type);
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw settings.wrong("name", "expected at most " + LONGEST_NAME + " printable characters");
        }
        return name;
    }

    private AnnouncementText text(ChannelSettings settings) throws SettingException {
        Optional<String> tag = settings.find("lang");
        Language language = tag.isEmpty() ? surroundings.language()
                : Language.find(tag.get()).orElseThrow(() -> settings.wrong("lang", "expected en or ja"));
        Optional<String> zone = settings.find("zone");
        try {
            return new AnnouncementText(language, zone.map(ZoneId::of).orElse(surroundings.zone()));
        } catch (DateTimeException e) {
            throw settings.wrong("zone", "expected a time zone such as Asia/Tokyo");
        }
    }

    private static Level level(ChannelSettings settings) throws SettingException {
        String word = settings.find("min-level").orElse("info");
        return Arrays.stream(Level.values()).filter(level -> Words.of(level).equals(word)).findFirst()
                .orElseThrow(() -> settings.wrong("min-level", "expected one of "
                        + String.join(", ", Arrays.stream(Level.values()).map(Words::of).toList())));
    }

    private Endpoint endpoint(ChannelSettings settings) throws SettingException {
        try {
            return Endpoint.of(settings.text("url"), trust(settings));
        } catch (IllegalArgumentException e) {
            throw settings.wrong("url", e.getMessage());
        }
    }

    private static String secret(ChannelSettings settings) throws SettingException {
        String secret = settings.text("secret");
        if (secret.length() < SHORTEST_SECRET) {
            throw settings.wrong("secret", "expected at least " + SHORTEST_SECRET + " characters, chosen by chance");
        }
        return secret;
    }

    private Trust trust(ChannelSettings settings) throws SettingException {
        return new Trust(settings.path("ca", surroundings.base()),
                settings.path("client-certificate", surroundings.base()),
                settings.find("client-certificate-password").orElse(""));
    }
}
