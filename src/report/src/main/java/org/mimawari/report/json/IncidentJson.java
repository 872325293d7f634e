package org.mimawari.report.json;

import java.io.IOException;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Words;
import org.mimawari.incident.Cause;
import org.mimawari.incident.Contribution;
import org.mimawari.incident.Incident;
import org.mimawari.incident.ResponseStep;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;
import org.mimawari.report.wording.Wording;

/** Writes an incident: how its score comes about, how it may have begun, what to do. */
final class IncidentJson {

    private final SafeJson json;
    private final Wording wording;

    IncidentJson(SafeJson json, Wording wording) {
        this.json = json;
        this.wording = wording;
    }

    void write(Incident incident) throws IOException {
        json.text("id", incident.id());
        json.textOrNull("mailbox", incident.mailbox().map(MailboxAddress::text));
        json.text("level", incident.level().name());
        json.score("score", incident.score());
        json.timeOrNull("from", incident.when().from());
        json.timeOrNull("to", incident.when().to());
        json.texts("stages", incident.stages().stream().map(Words::of).toList());
        json.texts("findings", incident.findings().stream().map(Finding::id).sorted().toList());
        json.list("breakdown", incident.breakdown(), this::contribution);
        json.list("causes", incident.causes(), this::cause);
        json.list("response", incident.response(), this::step);
    }

    private void contribution(Contribution contribution) throws IOException {
        Finding finding = contribution.finding();
        json.text("finding", finding.id());
        json.text("indicator", finding.indicator().id());
        json.score("points", contribution.points());
        json.number("weight", finding.weight());
        json.share("confidence", finding.confidence());
        json.list("multipliers", finding.multipliers(), this::multiplier);
        json.score("fall", contribution.fall());
    }

    private void multiplier(Multiplier multiplier) throws IOException {
        json.text("name", multiplier.name());
        json.share("value", multiplier.value());
        json.text("text", wording.multiplier(multiplier.name()));
    }

    private void cause(Cause cause) throws IOException {
        json.text("hypothesis", Words.of(cause.hypothesis()));
        json.share("likelihood", cause.likelihood());
        json.text("text", wording.of(cause.hypothesis()));
        json.text("settledBy", wording.of(cause.hypothesis(), ".settle"));
        json.text("lookIn", wording.of(cause.hypothesis(), ".where"));
        json.texts("because", cause.because().stream().sorted().toList());
        json.texts("confirmBy", cause.confirmBy().stream().map(EvidenceKind::word).toList());
    }

    private void step(ResponseStep step) throws IOException {
        json.text("step", Words.of(step));
        json.text("text", wording.of(step));
    }
}
