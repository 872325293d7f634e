package org.mimawari.connector.microsoft365;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.scan.Progress;
import org.mimawari.scan.Scan;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.ScanSettings;
import org.mimawari.simulator.graph.GraphLogin;

/** Scans a tenant in a process of its own with little memory, and prints what it cost. */
final class ScanInOwnJvm {

    private ScanInOwnJvm() {}

    /** What the process printed. */
    static String run(String address, String heap) throws IOException, InterruptedException {
        Process process = start(address, heap, "");
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.MINUTES);
        return printed;
    }

    /** @param resume a folder to keep pages in, or an empty text */
    static Process start(String address, String heap, String resume) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + heap,
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), ScanInOwnJvm.class.getName(), address, resume));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public static void main(String[] arguments) throws ConnectorException, IOException {
        Instant start = Instant.now();
        Map<String, List<String>> values = new HashMap<>(Map.of("tenant-id", List.of("large.example"), "client-id", List.of("client"),
                "secret", List.of(GraphLogin.SECRET), "test-endpoint", List.of(arguments[0]), "since", List.of("2d"),
                "kinds", List.of("users", "rules", "auto-replies", "sent", "sign-ins")));
        if (arguments.length > 1 && !arguments[1].isEmpty()) {
            values.put("resume", List.of(arguments[1]));
        } else {
            // The longest way: both routes.
            values.put("exchange-admin", List.of("yes"));
        }
        ScanSettings settings = ScanSettings.of("large", OwnDomains.of("large.example"), ZoneOffset.UTC);
        try (Connector connector = new Microsoft365ConnectorFactory().connector(new Settings(values))) {
            ScanResult result = new Scan(settings, Clock.systemUTC(), Progress.NONE, "test").run(List.of(connector));
            Duration time = Duration.between(start, Instant.now());
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            System.out.println("mailboxes=" + result.mailboxes().size() + " accepted=" + result.evidence().accepted()
                    + " incidents=" + result.incidents().size() + " seconds=" + time.toSeconds() + " ms/mailbox="
                    + time.toMillis() / Math.max(1, result.mailboxes().size()) + " peakHeapMiB=" + (peak >> 20));
        }
    }
}
