package org.mimawari.connector.microsoft365.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.entra.EntraAnswers;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.StateList;

/** Sweeps the logs of Entra for the whole tenant: sign-ins of each kind, directory audits, risk. */
final class EntraSweeps {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofHours(1);
    /** How long Entra keeps its logs for tenants with Entra ID P1 or P2. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Round round;
    private final String interactive;

    /** @param interactive the version that interactive sign-ins are read from: beta tells sessions and networks too */
    EntraSweeps(Round round, String interactive) {
        this.round = round;
        this.interactive = interactive;
    }

    private record Log(String path, String title, String filter, String time, EntraAnswers.Log answers) {

        private String source() {
            return Round.ROOT + path + (filter.isEmpty() ? "" : " " + answers.name().toLowerCase(Locale.ROOT)
                    .replace('_', '-'));
        }
    }

    void read(Kind kind) throws InterruptedException {
        switch (kind) {
            case SIGN_INS -> signIns(kind, new Log(interactive + "/auditLogs/signIns", "Entra sign-ins, interactive", "",
                    "createdDateTime", EntraAnswers.Log.SIGN_INS));
            case QUIET_SIGN_INS -> signIns(kind, new Log("beta/auditLogs/signIns", "Entra sign-ins, non-interactive",
                    type("nonInteractiveUser"), "createdDateTime", EntraAnswers.Log.NON_INTERACTIVE_SIGN_INS));
            case APP_SIGN_INS -> signIns(kind, new Log("beta/auditLogs/signIns", "Entra sign-ins, applications",
                    type("servicePrincipal"), "createdDateTime", EntraAnswers.Log.APPLICATION_SIGN_INS));
            case DIRECTORY_AUDITS -> audits(kind, new Log("v1.0/auditLogs/directoryAudits", "Entra directory audit", "",
                    "activityDateTime", EntraAnswers.Log.DIRECTORY_AUDITS));
            case RISK_DETECTIONS -> cover(kind, new Log("v1.0/identityProtection/riskDetections", "Entra risk detections", "",
                    "detectedDateTime", EntraAnswers.Log.RISK_DETECTIONS), Duration.ofDays(90));
            default -> throw new IllegalArgumentException(kind + " is no log of Entra");
        }
    }

    private static String type(String word) {
        return "signInEventTypes/any(t:%20t%20eq%20'" + word + "')%20and%20";
    }

    private void signIns(Kind kind, Log log) throws InterruptedException {
        // Applications' own sign-ins say nothing about a mailbox: they neither cover nor leave a gap.
        if (kind == Kind.APP_SIGN_INS) {
            sweep(kind, log).missed(kind).ifPresent(why -> round.missed(log.source(), log.title(),
                    EvidenceKind.CONNECTED_APP, Optional.empty(), why));
        } else {
            cover(kind, log, KEPT);
        }
    }

    /** A log of changes shows grants only as they are made. */
    private void audits(Kind kind, Log log) throws InterruptedException {
        if (cover(kind, log, KEPT)) {
            round.sink().cover(Coverage.changesOnly(log.source(), log.title(), EvidenceKind.CONNECTED_APP));
        }
    }

    /** True where at least a part of it was shown. */
    private boolean cover(Kind kind, Log log, Duration kept) throws InterruptedException {
        LogSweep.Swept swept = sweep(kind, log);
        Instant oldest = round.now().minus(kept);
        Optional<Missed> missed = swept.missed(kind);
        if (missed.isPresent()) {
            round.missed(log.source(), log.title(), kind.evidence(), Optional.empty(), missed.get());
        } else if (swept.from().isBefore(oldest.minus(DAY))) {
            round.missed(log.source(), log.title(), kind.evidence(), Optional.empty(), Missed.of(Reason.OUT_OF_RETENTION,
                    "asked from " + swept.from() + ", but it is kept for " + kept.toDays() + " days: what is before " + oldest
                            + " is missing", true));
        } else {
            round.whole(log.source(), log.title(), kind.evidence(), Optional.empty());
        }
        return missed.isEmpty() || missed.get().some();
    }

    /** These logs compare times by "at or after" and "at or before" only, so the ends of slices are read twice. */
    private LogSweep.Swept sweep(Kind kind, Log log) throws InterruptedException {
        Listing listing = new Listing(round.client(), kind.service(), round.store());
        long[] number = {0};
        return new LogSweep(round, log.source(), DAY, LATE).read((from, to, sink) -> {
            EntraAnswers answers = new EntraAnswers(log.answers(), log.source(), sink);
            return listing.read("/" + log.path() + "?$filter=" + log.filter() + log.time() + "%20ge%20" + from + "%20and%20"
                    + log.time() + "%20le%20" + to + "&$top=" + (kind == Kind.RISK_DETECTIONS ? 500 : 1_000), Listing.Records.ofTrees(fields ->
                    round.sink().inTurn(() -> answers.take(fields, number[0]++))));
        });
    }

    /** Users at risk: how things are, one list for the tenant. */
    void riskyUsers() throws InterruptedException {
        String source = Round.ROOT + "v1.0/identityProtection/riskyUsers";
        HeldSink held = new HeldSink();
        EntraAnswers answers = new EntraAnswers(EntraAnswers.Log.RISKY_USERS, source, held);
        Listing.Outcome outcome = new Listing(round.client(), Service.IDENTITY_PROTECTION, round.store())
                .read("/v1.0/identityProtection/riskyUsers?$top=500", Listing.Records.ofTrees(fields ->
                        answers.take(fields, 0)));
        settle(Kind.RISKY_USERS, source, "Entra risky users", held, outcome);
    }

    /** With what users may sign in, one list for the tenant, refreshed by the service once a day. */
    void registrations(Map<String, MailboxAddress> mailboxes) throws InterruptedException {
        String source = Round.ROOT + "v1.0/reports/authenticationMethods/userRegistrationDetails";
        HeldSink held = new HeldSink();
        SecondFactors factors = new SecondFactors(source, held);
        Listing.Outcome outcome = new Listing(round.client(), Service.REPORTS, round.store()).read(
                "/v1.0/reports/authenticationMethods/userRegistrationDetails",
                Listing.Records.ofTrees(fields -> factors.registration(fields, mailboxes)));
        settle(Kind.REGISTRATIONS, source, "Entra second factors", held, outcome);
    }

    // Five parameters: a list that was read, and how it went.
    private void settle(Kind kind, String source, String title, HeldSink held, Listing.Outcome outcome) {
        new StateList(round.reading(), source, title, kind.evidence(), Optional.empty()).settle(held, outcome.failure()
                .map(why -> Missed.of(Explained.of(kind, why), !held.isEmpty())));
    }
}
