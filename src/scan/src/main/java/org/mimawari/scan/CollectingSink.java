package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.Cost;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.store.EvidenceVault;

/** Takes the evidence of all connectors: counts it, learns about the tenant, and keeps it in the vault. */
final class CollectingSink implements EvidenceSink {

    private final Ledger ledger;
    private final TenantObserver observer;
    private final EvidenceVault vault;
    private final ScanSettings settings;
    private final Progress progress;
    private final MailSystems systems = new MailSystems();
    private final Footprints footprints = new Footprints();

    CollectingSink(Ledger ledger, TenantObserver observer, EvidenceVault vault, ScanSettings settings,
            Progress progress) {
        this.ledger = ledger;
        this.observer = observer;
        this.vault = vault;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public boolean admit(long fingerprint) {
        return ledger.admit(fingerprint);
    }

    @Override
    public void accept(Evidence evidence) {
        Evidence known = Locating.located(evidence, settings.places());
        ledger.count(known);
        systems.see(known);
        footprints.see(known);
        observer.observe(known);
        vault.add(known);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        ledger.reject(where, why);
    }

    @Override
    public void cover(Coverage coverage) {
        ledger.cover(coverage);
        systems.see(coverage);
    }

    @Override
    public void enter(String system) {
        systems.enter(system);
    }

    @Override
    public void passes(String source, Optional<MailboxAddress> mailbox, Instant time) {
        footprints.pass(source, mailbox, time);
    }

    Footprints footprints() {
        return footprints;
    }

    MailSystems systems() {
        return systems;
    }

    @Override
    public void progress(long done, long all) {
        progress.read(done, all);
    }

    @Override
    public void looked(long done, long all) {
        progress.looked(done, all);
    }

    @Override
    public void waits(String service, Duration time) {
        progress.waits(service, time);
    }

    @Override
    public void cost(Cost cost) {
        progress.cost(cost);
    }
}
