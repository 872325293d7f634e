package org.mimawari.report.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.report.json.SafeJson;
import org.mimawari.report.page.Who;
import org.mimawari.report.summary.Traces;
import org.mimawari.scan.ScanResult;

/**
 * A STIX 2.1 bundle (OASIS) of what to look for elsewhere: the network addresses and forwarding targets of incidents from
 * level MEDIUM, as far as they look foreign and lie outside. The ids follow from the contents, so that a second import
 * changes nothing.
 */
public final class StixBundle {

    private static final double SPEAKS = 0.10;

    /** Something to look for: a pattern, since when, in which techniques it was seen. */
    private static final class Sign {
        private final String pattern;
        private final String name;
        private Instant from = Instant.MAX;
        private Instant to = Instant.MIN;
        private double confidence;
        private final Set<String> techniques = new TreeSet<>();

        Sign(String pattern, String name) {
            this.pattern = pattern;
            this.name = name;
        }

        void seenIn(Alert alert) {
            from = alert.from().isBefore(from) ? alert.from() : from;
            to = alert.to().isAfter(to) ? alert.to() : to;
            confidence = Math.max(confidence, alert.finding().confidence());
            techniques.addAll(alert.techniques());
        }

        String id() {
            return StixId.of("indicator", pattern);
        }
    }

    /** Writes the result; the stream stays open. */
    public void write(ScanResult result, OutputStream out) throws IOException {
        Set<String> own = result.mailboxes().stream().map(each -> each.address().domain()).collect(Collectors.toSet());
        Map<String, Sign> signs = new TreeMap<>();
        Alert.in(result).stream().filter(StixBundle::isForeign).forEach(alert -> collect(alert, own, signs));
        Set<String> techniques = new TreeSet<>();
        signs.values().forEach(sign -> techniques.addAll(sign.techniques));
        try (SafeJson json = SafeJson.indented(out)) {
            json.begin();
            json.text("type", "bundle");
            json.text("id", StixId.of("bundle", String.join("\n", signs.keySet())));
            if (!signs.isEmpty()) {
                StixObjects objects = new StixObjects(json, created(signs));
                json.list("objects", objects(signs, techniques), each -> each.write(objects));
            }
            json.end();
        }
    }

    /** Writes one object of the bundle. */
    private interface Writing {
        void write(StixObjects objects) throws IOException;
    }

    private static List<Writing> objects(Map<String, Sign> signs, Set<String> techniques) {
        Set<Writing> all = new LinkedHashSet<>();
        all.add(StixObjects::identity);
        techniques.forEach(technique -> all.add(objects -> objects.technique(technique)));
        for (Sign sign : signs.values()) {
            all.add(objects -> objects.indicator(new StixObjects.Pattern(sign.id(), sign.name, sign.pattern, sign.from,
                    Math.round(sign.confidence * 100))));
            sign.techniques.forEach(technique -> all.add(objects -> objects.indicates(sign.id(), technique)));
        }
        return List.copyOf(all);
    }

    /** A moment of the evidence, not of the scan, so that the same evidence gives the same bytes. */
    private static Instant created(Map<String, Sign> signs) {
        return signs.values().stream().map(sign -> sign.to).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static boolean isForeign(Alert alert) {
        Finding finding = alert.finding();
        return alert.incident().level().isAtLeast(Level.MEDIUM) && Who.of(finding) == Who.ATTACKER
                && finding.when().isKnown() && finding.points() >= SPEAKS;
    }

    private static void collect(Alert alert, Set<String> own, Map<String, Sign> signs) {
        for (String text : Traces.networkAddresses(alert.finding())) {
            IpAddress ip = new IpAddress(text);
            if (!ip.isLocal()) {
                String type = ip.isVersion6() ? "ipv6-addr" : "ipv4-addr";
                add(signs, "[" + type + ":value = '" + text + "']", text).seenIn(alert);
            }
        }
        for (MailboxAddress target : Traces.targets(alert.finding())) {
            if (!own.contains(target.domain())) {
                add(signs, "[email-addr:value = '" + quoted(target.text()) + "']", target.text()).seenIn(alert);
            }
        }
    }

    private static Sign add(Map<String, Sign> signs, String pattern, String name) {
        return signs.computeIfAbsent(pattern, any -> new Sign(pattern, name));
    }

    /** STIX 2.1 section 9.4: a backslash and an apostrophe in a string stand behind a backslash. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
