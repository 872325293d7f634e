package org.mimawari.connector.microsoft365;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorFactory;
import org.mimawari.connector.Settings;
import org.mimawari.connector.microsoft365.collect.Kind;
import org.mimawari.connector.microsoft365.graph.Cloud;
import org.mimawari.connector.microsoft365.graph.Endpoint;
import org.mimawari.connector.microsoft365.graph.SignInWay;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.ServiceSettings;
import org.mimawari.live.Waiting;
import org.slf4j.LoggerFactory;

/** Makes connectors of the type {@code microsoft365}; docs/microsoft365.md lists the settings. */
public final class Microsoft365ConnectorFactory implements ConnectorFactory {

    private static final Duration HALF_DAY = Duration.ofHours(12);

    private final Waiting waiting;

    public Microsoft365ConnectorFactory() {
        this(Waiting.REAL);
    }

    /** For tests, whose time passes without waiting. */
    Microsoft365ConnectorFactory(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public String type() {
        return "microsoft365";
    }

    @Override
    public Connector connector(Settings settings) throws ConnectorException {
        return new Microsoft365Connector(settings(settings), waiting);
    }

    private static Microsoft365Settings settings(Settings settings) throws ConnectorException {
        String tenant = word(settings, "tenant-id");
        String client = word(settings, "client-id");
        return new Microsoft365Settings(endpoint(settings), tenant, client, way(settings), kinds(settings), ServiceSettings.since(settings),
                new OwnDomains(new LinkedHashSet<>(settings.list("own-domains"))), interactive(settings), ServiceSettings.mailboxes(settings),
                ServiceSettings.parallel(settings), ServiceSettings.duration(settings, "deadline", HALF_DAY),
                ServiceSettings.path(settings, "resume"));
    }

    /** It becomes part of an address. */
    private static String word(Settings settings, String name) throws ConnectorException {
        String text = settings.text(name).strip();
        boolean plain = !text.isEmpty() && text.length() <= 100 && text.chars().allMatch(c -> c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '.');
        if (!plain) {
            throw usage("'" + name + "' is a GUID or a domain, not '" + text + "'");
        }
        return text;
    }

    private static Endpoint endpoint(Settings settings) throws ConnectorException {
        String word = settings.find("cloud").orElse(Cloud.GLOBAL.word());
        Cloud cloud = Cloud.find(word).orElseThrow(() -> usage("'cloud' is "
                + Arrays.stream(Cloud.values()).map(Cloud::word).collect(Collectors.joining(", ")) + ", not '" + word + "'"));
        Optional<String> address = settings.find("test-endpoint");
        Optional<String> login = settings.find("test-login").or(() -> address);
        try {
            return address.isPresent() ? Endpoint.onThisMachine(cloud, login.get(), address.get()) : Endpoint.of(cloud);
        } catch (IllegalArgumentException e) {
            throw usage("'test-endpoint' is for tests on this machine: " + e.getMessage());
        }
    }

    private static SignInWay way(Settings settings) throws ConnectorException {
        Optional<Path> certificate = ServiceSettings.path(settings, "certificate");
        Optional<String> password = settings.find("certificate-password");
        Optional<String> secret = settings.find("secret");
        boolean device = isYes(settings, "device-code");
        int ways = (certificate.isPresent() ? 1 : 0) + (secret.isPresent() ? 1 : 0) + (device ? 1 : 0);
        if (ways != 1) {
            throw usage((ways == 0 ? "the setting 'certificate' is missing; 'secret' or 'device-code: yes' would do too"
                    : "only one of 'certificate', 'secret' and 'device-code' may be given"));
        }
        if (certificate.isPresent()) {
            return new SignInWay.Certificate(certificate.get(), password);
        }
        return device ? new SignInWay.DeviceCode(LoggerFactory.getLogger(Microsoft365Connector.class)::warn)
                : new SignInWay.Secret(secret.get());
    }

    /** One that is asked for by name; the unsupported route has a setting of its own. */
    private static Kind kind(String word) throws ConnectorException {
        List<Kind> named = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.EXCHANGE_ADMIN).toList();
        return Kind.find(word.strip().toLowerCase(Locale.ROOT)).filter(named::contains).orElseThrow(() -> usage("'kinds' are "
                + named.stream().map(Kind::word).collect(Collectors.joining(", ")) + ", not '" + word + "'"));
    }

    private static boolean isYes(Settings settings, String name) {
        return settings.find(name).filter(text -> List.of("yes", "true").contains(text)).isPresent();
    }

    private static String interactive(Settings settings) throws ConnectorException {
        String version = settings.find("interactive-sign-ins-from").orElse("v1.0").strip();
        if (!version.equals("v1.0") && !version.equals("beta")) {
            throw usage("'interactive-sign-ins-from' is v1.0 or beta, not '" + version + "'");
        }
        return version;
    }

    private static Set<Kind> kinds(Settings settings) throws ConnectorException {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : settings.list("kinds")) {
            kinds.add(kind(word));
        }
        if (kinds.isEmpty()) {
            kinds.addAll(Kind.USUAL);
        }
        if (isYes(settings, "exchange-admin")) {
            kinds.add(Kind.EXCHANGE_ADMIN);
        }
        return kinds;
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
