package org.mimawari.announce.heartbeat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.mimawari.announce.heartbeat.TenantPulse.IncidentCount;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Words;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.VisibleText;

/** Metrics in Prometheus' text format, version 0.0.4: always in the same order, every metric described once. */
final class PrometheusText {

    private static final int LONGEST_LABEL = 200;

    private final StringBuilder out = new StringBuilder();
    private final List<TenantPulse> tenants;

    private PrometheusText(List<TenantPulse> tenants) {
        this.tenants = tenants.stream().sorted(Comparator.comparing(TenantPulse::tenant)).toList();
    }

    static String of(List<TenantPulse> tenants) {
        PrometheusText text = new PrometheusText(tenants);
        text.times();
        text.incidents();
        text.evidence();
        text.counts();
        return text.out.toString();
    }

    private void times() {
        describe("mimawari_last_run_timestamp_seconds", "gauge", "When the last round began, whatever became of it.");
        for (TenantPulse tenant : tenants) {
            line("mimawari_last_run_timestamp_seconds", tenant, "", seconds(tenant.lastRun()));
        }
        describe("mimawari_last_success_timestamp_seconds", "gauge",
                "When the last complete round began; 0 for never.");
        for (TenantPulse tenant : tenants) {
            line("mimawari_last_success_timestamp_seconds", tenant, "",
                    tenant.lastSuccess().map(PrometheusText::seconds).orElse("0"));
        }
        describe("mimawari_run_duration_seconds", "gauge", "How long the last round took.");
        for (TenantPulse tenant : tenants) {
            line("mimawari_run_duration_seconds", tenant, "", seconds(tenant.duration()));
        }
    }

    /** Zeros too: a series that is absent raises no alarm. */
    private void incidents() {
        describe("mimawari_incidents", "gauge", "Incidents by status and level.");
        for (TenantPulse tenant : tenants) {
            for (IncidentStatus status : IncidentStatus.values()) {
                for (Level level : Level.values()) {
                    line("mimawari_incidents", tenant, label("status", Words.of(status))
                            + label("level", Words.of(level)),
                            Long.toString(number(tenant, status, level)));
                }
            }
        }
    }

    private static long number(TenantPulse tenant, IncidentStatus status, Level level) {
        return tenant.incidents().stream().filter(count -> count.status() == status && count.level() == level)
                .mapToLong(IncidentCount::number).sum();
    }

    private void evidence() {
        describe("mimawari_evidence_records", "gauge", "Records the last round read, by kind.");
        for (TenantPulse tenant : tenants) {
            tenant.evidence().entrySet().stream().sorted(Map.Entry.<EvidenceKind, Long>comparingByKey())
                    .forEach(entry ->
                    line("mimawari_evidence_records", tenant, label("kind", entry.getKey().word()),
                            Long.toString(entry.getValue())));
        }
    }

    private void counts() {
        each("mimawari_rounds_failed_total", "counter", "Rounds that failed.", TenantPulse::failedRounds);
        each("mimawari_outbox_waiting", "gauge", "Announcements that a channel has not taken yet.",
                TenantPulse::outboxWaiting);
    }

    private void each(String name, String type, String help, ToLongFunction<TenantPulse> value) {
        describe(name, type, help);
        for (TenantPulse tenant : tenants) {
            line(name, tenant, "", Long.toString(value.applyAsLong(tenant)));
        }
    }

    private void describe(String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, TenantPulse tenant, String labels, String value) {
        out.append(name).append("{tenant=\"").append(escaped(tenant.tenant())).append('"').append(labels).append("} ")
                .append(value).append('\n');
    }

    private static String label(String name, String value) {
        return "," + name + "=\"" + escaped(value) + "\"";
    }

    private static String escaped(String value) {
        return VisibleText.of(value, LONGEST_LABEL).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    private static String seconds(Duration span) {
        return BigDecimal.valueOf(span.toMillis(), 3).toPlainString();
    }
}
