package org.mimawari.scan;

import org.mimawari.evidence.Evidence;

/** What is known of a whole tenant when all its evidence has streamed by. Not safe for several threads. */
record TenantPicture(Ledger ledger, TenantObserver observer, MailSystems systems, Footprints footprints) {

    TenantPicture(Ledger ledger) {
        this(ledger, new TenantObserver(), new MailSystems(), new Footprints());
    }

    void see(Evidence evidence) {
        ledger.count(evidence);
        systems.see(evidence);
        footprints.see(evidence);
        observer.observe(evidence);
    }
}
