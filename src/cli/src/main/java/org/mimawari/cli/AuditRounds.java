package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.announce.heartbeat.Heartbeat;
import org.mimawari.announce.heartbeat.TenantPulse;
import org.mimawari.announce.heartbeat.TenantPulse.IncidentCount;
import org.mimawari.cli.config.AuditConfiguration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.round.Round;
import org.mimawari.scan.round.RoundResult;
import org.mimawari.store.state.IncidentHistory.Entry;
import org.mimawari.store.state.RoundHistory;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;

/** Does a round over each tenant, tells what changed, and leaves a sign of life. */
final class AuditRounds {

    private static final String FAILED = "failed";
    private static final String OWED = "report-owed";

    private final StateOptions options;
    private final AuditConfiguration audit;
    private final RoundPlan plan;
    private final Telling telling;
    private final Console console;
    private final Clock clock;
    private final Map<String, TenantPulse> pulses = new TreeMap<>();

    /**
     * Where and how rounds speak.
     *
     * @param failOn the lowest level of a new or graver incident that is worth an exit code
     */
    record Telling(Announcing announcing, OutputOptions output, Level failOn) {

        private Wording wording() {
            return Wording.in(output.language());
        }
    }

    AuditRounds(StateOptions options, AuditConfiguration audit, RoundPlan plan, Telling telling, Console console,
            Clock clock) {
        this.options = options;
        this.audit = audit;
        this.plan = plan;
        this.telling = telling;
        this.console = console;
        this.clock = clock;
    }

    /** One round over each tenant; what goes wrong with one does not stop the others. Gives the worst exit code. */
    int run(List<TenantPlan> tenants) {
        int code = ExitCode.NOTHING_FOUND;
        for (TenantPlan tenant : tenants) {
            code = ExitCode.worse(code, run(tenant));
        }
        pulseOfOthers();
        audit.heartbeat().ifPresent(this::beat);
        return code;
    }

    /** Tenants that were not asked for stay in the heartbeat: what vanishes from it raises no alarm. */
    private void pulseOfOthers() {
        boolean isWanted = audit.heartbeat().isPresent() && !pulses.keySet().containsAll(plan.tenants());
        if (!isWanted) {
            return;
        }
        try (State state = options.open(audit)) {
            for (String name : plan.tenants()) {
                if (!pulses.containsKey(name) && state.rounds(name).last().isPresent()) {
                    pulse(name, state, Map.of());
                }
            }
            state.undo();
        } catch (StateException | ConfigurationException e) {
            say(e.getMessage());
        }
    }

    private int run(TenantPlan tenant) {
        try (State state = options.open(audit)) {
            welcome(state);
            try {
                RoundResult result = round(tenant, state);
                telling.announcing().deliver(state);
                pulse(tenant.name(), state, result.pieces());
                state.undo();
                return told(tenant, state, result);
            } catch (ConfigurationException | ConnectorException e) {
                failed(tenant, state, e.getMessage());
                return ExitCode.USAGE;
            } catch (IOException e) {
                failed(tenant, state, e.getMessage());
                return ExitCode.INTERNAL_ERROR;
            }
        } catch (StateException e) {
            say(e.getMessage());
            return ExitCode.INTERNAL_ERROR;
        } catch (ConfigurationException e) {
            say(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    /** Where a path is mistyped, rounds begin anew, and somebody must see it. */
    private void welcome(State state) throws ConfigurationException {
        if (state.isNew()) {
            String where = options.name(audit);
            console.out().println(Plain.text(telling.wording().phrase("round.new-state", where)));
            say("new state made at " + where + "; this is the first round");
        }
    }

    private RoundResult round(TenantPlan tenant, State state)
            throws ConfigurationException, ConnectorException, StateException, IOException {
        RoundHistory history = state.rounds(tenant.name());
        if (history.remark(OWED).filter(owed -> !owed.isEmpty()).isPresent()) {
            Round.judgeAgain(history);
        }
        RoundResult result;
        try (TerminalProgress progress = new TerminalProgress(console, clock)) {
            result = tenant.round(state, plan, clock, progress);
        }
        // Whatever kills the process before the report is written, the next round makes up for it.
        boolean owes = folder(tenant).isPresent() && result.result().isPresent();
        history.remark(OWED, owes ? "yes" : "");
        if (!owes) {
            history.remark(FAILED, "");
        }
        telling.announcing().enqueue(state, tenant.name(), result);
        state.commit();
        tenant.settled();
        return result;
    }

    /** A round that failed is undone, remembered as such, and told once. */
    private void failed(TenantPlan tenant, State state, String why) throws StateException {
        say("tenant " + tenant.name() + ": " + why);
        state.undo();
        RoundHistory history = state.rounds(tenant.name());
        Instant now = Instant.ofEpochMilli(clock.millis());
        history.add(new RoundHistory.Round(now, now, RoundHistory.Outcome.FAILED, why, 0));
        if (!history.remark(FAILED).equals(Optional.of(why))) {
            history.remark(FAILED, why);
            telling.announcing().enqueue(state, tenant.name(), now, "The round failed: " + why);
        }
        state.commit();
        telling.announcing().deliver(state);
        pulse(tenant.name(), state, Map.of());
        state.undo();
    }

    /** The tenant's folder for reports. */
    private Optional<Path> folder(TenantPlan tenant) {
        return telling.output().folder().or(audit::report).map(all -> all.resolve(FileNames.safe(tenant.name())));
    }

    private int told(TenantPlan tenant, State state, RoundResult result) throws StateException {
        new RoundLines(console, tenant.zone(), telling.output().language()).write(tenant.name(), result);
        try {
            if (folder(tenant).isPresent() && result.result().isPresent()) {
                report(tenant, state, result.result().get(), folder(tenant).get());
            }
            return code(result);
        } catch (ReportException e) {
            failed(tenant, state, e.getMessage() + "; the next round writes it");
            return ExitCode.worse(code(result), ExitCode.INTERNAL_ERROR);
        }
    }

    private void report(TenantPlan tenant, State state, ScanResult result, Path folder)
            throws ReportException, StateException {
        new Outputs(telling.output(), console, tenant.zone()).writeFiles(result, folder);
        RoundHistory history = state.rounds(tenant.name());
        history.remark(OWED, "");
        history.remark(FAILED, "");
        state.commit();
    }

    private int code(RoundResult result) {
        boolean isGrave = result.changes().stream()
                .anyMatch(change -> change.status().isWorse() && change.level().isAtLeast(telling.failOn()));
        if (isGrave) {
            return ExitCode.INCIDENT;
        }
        return result.unreachable().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.EVIDENCE_MISSING;
    }

    private void pulse(String tenant, State state, Map<EvidenceKind, Long> pieces) throws StateException {
        RoundHistory history = state.rounds(tenant);
        RoundHistory.Round last = history.last().orElseThrow();
        Map<IncidentStatus, Map<Level, Long>> counts = new EnumMap<>(IncidentStatus.class);
        for (Entry entry : state.incidents(tenant).all()) {
            KnownIncident incident = entry.incident();
            counts.computeIfAbsent(incident.status(), any -> new EnumMap<>(Level.class)).merge(incident.level(), 1L, Long::sum);
        }
        List<IncidentCount> incidents = counts.entrySet().stream().flatMap(status -> status.getValue().entrySet().stream()
                .map(level -> new IncidentCount(status.getKey(), level.getKey(), level.getValue()))).toList();
        pulses.put(tenant, new TenantPulse(tenant, last.started(),
                history.lastSuccess().map(RoundHistory.Round::started), Duration.between(last.started(), last.finished()),
                incidents, pieces, history.failures(), state.deliveries().waiting(tenant)));
    }

    private void beat(Path file) {
        try {
            new Heartbeat(file).write(List.copyOf(pulses.values()));
        } catch (IOException | IllegalArgumentException e) {
            say("the heartbeat " + file + " cannot be written: " + e.getMessage());
        }
    }

    private void say(String what) {
        console.err().println("mimawari: " + Plain.text(what));
    }
}
