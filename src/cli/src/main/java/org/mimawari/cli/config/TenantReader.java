package org.mimawari.cli.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.cli.config.TenantConfiguration.Approved;
import org.mimawari.cli.config.TenantConfiguration.ConnectorConfiguration;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.Words;
import org.mimawari.incident.Suppression;
import org.mimawari.indicator.catalogue.IndicatorPage;

/** Reads one tenant. */
final class TenantReader {

    private static final Set<String> PATHS = Set.of("paths", "path", "certificate", "key-file", "resume");

    private final Path base;

    /** @param base the folder that relative paths start from */
    TenantReader(Path base) {
        this.base = base;
    }

    /** A secret that is missing stops this tenant and no other; what else is wrong stops them all. */
    TenantConfiguration read(Section section) throws ConfigurationException {
        String name = name(section);
        try {
            return whole(section);
        } catch (MissingSecret e) {
            return TenantConfiguration.without(name, e.getMessage());
        }
    }

    private static String name(Section section) throws ConfigurationException {
        return section.find("name").orElseThrow(() -> section.wrong("name", "every tenant needs a name"));
    }

    private TenantConfiguration whole(Section section) throws ConfigurationException {
        TenantConfiguration tenant = new TenantConfiguration(
                name(section),
                section.texts("own-domains"), zone(section), aliases(section), roles(section), approved(section),
                section.texts("places").stream().map(base::resolve).toList(), required(section),
                suppressions(section), connectors(section), Optional.empty());
        section.finish();
        return tenant;
    }

    private static Optional<ZoneId> zone(Section section) throws ConfigurationException {
        Optional<String> text = section.find("zone");
        try {
            return text.map(ZoneId::of);
        } catch (DateTimeException e) {
            throw section.wrong("zone", "'" + text.orElse("") + "' is no time zone; write one like Asia/Tokyo");
        }
    }

    private static Map<MailboxAddress, MailboxAddress> aliases(Section section) throws ConfigurationException {
        Section each = section.section("aliases");
        Map<MailboxAddress, MailboxAddress> aliases = new LinkedHashMap<>();
        for (String mailbox : each.names()) {
            MailboxAddress target = address(each, mailbox, mailbox);
            for (String alias : each.texts(mailbox)) {
                aliases.put(address(each, mailbox, alias), target);
            }
        }
        return aliases;
    }

    private static Map<MailboxAddress, MailboxKind> roles(Section section) throws ConfigurationException {
        Section each = section.section("roles");
        Map<MailboxAddress, MailboxKind> roles = new LinkedHashMap<>();
        for (String mailbox : each.names()) {
            roles.put(address(each, mailbox, mailbox), word(each, mailbox, MailboxKind.class, each.text(mailbox, "")));
        }
        return roles;
    }

    private static Approved approved(Section section) throws ConfigurationException {
        Section each = section.section("approved");
        Approved approved = new Approved(lower(each.texts("forward-targets")), lower(each.texts("apps")),
                lower(each.texts("helpdesk")));
        each.finish();
        return approved;
    }

    private static Set<EvidenceKind> required(Section section) throws ConfigurationException {
        Set<EvidenceKind> kinds = new HashSet<>();
        for (String word : section.texts("required")) {
            kinds.add(word(section, "required", EvidenceKind.class, word));
        }
        return kinds;
    }

    private static List<Suppression> suppressions(Section section) throws ConfigurationException {
        List<Suppression> suppressions = new ArrayList<>();
        for (Section each : section.sections("suppressions")) {
            suppressions.add(new Suppression(indicator(each), each.find("mailbox"), each.find("pattern"),
                    needed(each, "reason"), needed(each, "owner"), until(each)));
            each.finish();
        }
        return suppressions;
    }

    /** A misspelt id would accept nothing, and nobody would know. */
    private static String indicator(Section section) throws ConfigurationException {
        String id = needed(section, "indicator");
        if (IndicatorPage.find(id).isEmpty()) {
            throw section.wrong("indicator", "there is no indicator '" + id + "'; 'mimawari indicators' lists them");
        }
        return id;
    }

    /** The last moment of the day named, in UTC. */
    private static Instant until(Section section) throws ConfigurationException {
        String text = needed(section, "until");
        try {
            return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        } catch (DateTimeException e) {
            throw section.wrong("until", "'" + text + "' is no date; write one like 2027-03-31");
        }
    }

    private List<ConnectorConfiguration> connectors(Section section) throws ConfigurationException {
        List<ConnectorConfiguration> connectors = new ArrayList<>();
        for (Section each : section.sections("connectors")) {
            String type = needed(each, "type");
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String name : each.names()) {
                if (!name.equals("type")) {
                    values.put(name, PATHS.contains(name) ? resolved(each.texts(name)) : each.texts(name));
                }
            }
            connectors.add(new ConnectorConfiguration(type, values));
        }
        if (connectors.isEmpty()) {
            throw section.wrong("connectors", "a tenant needs at least one connector");
        }
        return connectors;
    }

    private List<String> resolved(List<String> paths) {
        return paths.stream().map(path -> base.resolve(path).toString()).toList();
    }

    private static String needed(Section section, String name) throws ConfigurationException {
        return section.find(name).filter(text -> !text.isBlank())
                .orElseThrow(() -> section.wrong(name, "this setting is missing"));
    }

    private static MailboxAddress address(Section section, String name, String text) throws ConfigurationException {
        return MailboxAddress.find(text).orElseThrow(() -> section.wrong(name, "'" + text + "' is no mailbox address"));
    }

    private static <E extends Enum<E>> E word(Section section, String name, Class<E> type, String text)
            throws ConfigurationException {
        try {
            return Words.parse(type, text);
        } catch (IllegalArgumentException e) {
            List<String> known = Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
            throw section.wrong(name, "'" + text + "' is none of " + String.join(", ", known));
        }
    }

    private static Set<String> lower(List<String> texts) {
        Set<String> lower = new HashSet<>();
        texts.forEach(text -> lower.add(text.strip().toLowerCase(Locale.ROOT)));
        return lower;
    }
}
