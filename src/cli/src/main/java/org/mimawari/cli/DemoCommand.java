package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.cli.config.TenantConfiguration.ConnectorConfiguration;
import org.mimawari.connector.ConnectorException;
import org.mimawari.indicator.Level;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.ScanResult;
import org.mimawari.simulator.PlantedIncident;
import org.mimawari.simulator.SimulatedCompany;
import org.mimawari.simulator.SimulatedMailServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mimawari demo}: a simulated company with five takeovers in it, scanned like a real one. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Simulates a company with five takeovers in it, on an embedded mail server and in exports, and scans "
                + "it. Needs no account and no network.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:the five were found, at the right time, and nobody else",
            "1:they were not"},
        footerHeading = "%nExample:%n", footer = "  mimawari demo -o demo --lang ja")
final class DemoCommand implements Callable<Integer> {

    private static final Path USUAL_FOLDER = Path.of("mimawari-demo");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Console console;
    private final Clock clock;

    @Mixin
    private OutputOptions output = new OutputOptions();

    DemoCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws ConfigurationException, ConnectorException, IOException {
        Path folder = output.folder().orElse(USUAL_FOLDER);
        Files.createDirectories(folder);
        SimulatedCompany company = new SimulatedCompany(Set.of("S0", "S1", "S2", "S3", "S4"), 1);
        company.writeExports(folder.resolve("evidence"));
        ScanResult result = scan(company, folder.resolve("evidence"));
        new Outputs(output, console, TOKYO).write(result, Optional.of(folder));
        return compare(company.incidents(), result) ? ExitCode.NOTHING_FOUND : ExitCode.INTERNAL_ERROR;
    }

    private ScanResult scan(SimulatedCompany company, Path evidence)
            throws ConfigurationException, ConnectorException, IOException {
        try (SimulatedMailServer server = company.startMailServer();
                TerminalProgress progress = new TerminalProgress(console, clock)) {
            return new TenantPlan(tenant(evidence, server), TOKYO).scan(clock, progress);
        }
    }

    private static TenantConfiguration tenant(Path evidence, SimulatedMailServer server) {
        ConnectorConfiguration exports = new ConnectorConfiguration("export", Map.of("paths", List.of(evidence.toString())));
        ConnectorConfiguration imap = new ConnectorConfiguration("imap", Map.of(
                "host", List.of("127.0.0.1"), "port", List.of(String.valueOf(server.port())), "security", List.of("none"),
                "sieve", List.of("no"),
                "mailboxes", server.mailboxes(), "password", List.of(server.password())));
        return new TenantConfiguration("demo", List.of(SimulatedCompany.DOMAIN), Optional.of(TOKYO), Map.of(), Map.of(),
                new TenantConfiguration.Approved(Set.of(), Set.of(), Set.of()), List.of(), Set.of(), List.of(),
                List.of(exports, imap), Optional.empty());
    }

    /** Says for each takeover whether it was found, and names who was accused wrongly. */
    private boolean compare(List<PlantedIncident> planted, ScanResult result) {
        console.out().println();
        boolean good = true;
        for (PlantedIncident incident : planted) {
            Optional<MailboxResult> found = result.mailboxes().stream()
                    .filter(mailbox -> mailbox.address().text().equals(incident.mailbox())).findFirst();
            boolean right = found.filter(mailbox -> isFound(incident, mailbox)).isPresent();
            console.out().printf("%s  %-24s %s%n", incident.id(), incident.mailbox(), right ? "found"
                    : found.map(m -> "NOT FOUND: " + m.level() + " " + m.firstSeen() + " to " + m.lastSeen()
                            + ", planted " + incident.from() + " to " + incident.to()).orElse("NOT FOUND"));
            good &= right;
        }
        List<String> known = planted.stream().map(PlantedIncident::mailbox).toList();
        for (MailboxResult mailbox : result.mailboxes()) {
            if (mailbox.level().isAtLeast(Level.MEDIUM) && !known.contains(mailbox.address().text())) {
                console.out().println("WRONG: " + mailbox.address() + " is not taken over but called " + mailbox.level());
                good = false;
            }
        }
        return good;
    }

    private static boolean isFound(PlantedIncident planted, MailboxResult mailbox) {
        return mailbox.level().isAtLeast(Level.HIGH)
                && mailbox.firstSeen().filter(time -> isNear(time, planted.from())).isPresent()
                && mailbox.lastSeen().filter(time -> isNear(time, planted.to())).isPresent();
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }
}
