package org.mimawari.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/**
 * A sink around another one. Whatever is not overridden reaches the other: no wrapper swallows silently what it has
 * nothing to do with, also not what is added to {@link EvidenceSink} later.
 */
public abstract class ForwardingSink implements EvidenceSink {

    /** The sink that takes everything; another one from call to call where the wrapper changes it. */
    protected abstract EvidenceSink behind();

    @Override
    public boolean admit(long fingerprint) {
        return behind().admit(fingerprint);
    }

    @Override
    public void accept(Evidence evidence) {
        behind().accept(evidence);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        behind().reject(where, why);
    }

    @Override
    public void cover(Coverage coverage) {
        behind().cover(coverage);
    }

    @Override
    public void enter(String system) {
        behind().enter(system);
    }

    @Override
    public void begin(String source) {
        behind().begin(source);
    }

    @Override
    public void passes(String source, Optional<MailboxAddress> mailbox, Instant time) {
        behind().passes(source, mailbox, time);
    }

    @Override
    public void progress(long done, long all) {
        behind().progress(done, all);
    }

    @Override
    public void looked(long done, long all) {
        behind().looked(done, all);
    }

    @Override
    public void waits(String service, Duration time) {
        behind().waits(service, time);
    }

    @Override
    public void cost(Cost cost) {
        behind().cost(cost);
    }
}
