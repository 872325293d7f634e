package org.mimawari.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Examiner;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.MailboxDigester;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.catalogue.Indicators;
import org.mimawari.store.EvidenceVault;

/** Judges one partition of mailboxes after the other, then compares all of them and sums up. */
final class Judgement {

    private final ScanSettings settings;
    private final TenantHabits habits;
    private final CoveredKinds covered;
    private final Instant now;
    private final Examiner examiner;
    private final Aliases aliases;
    private final MailboxNames names;
    private final List<MailboxDigest> digests = new ArrayList<>();
    private final Map<String, JudgedMailbox> judged = new TreeMap<>();
    private final NotAssessed notAssessed = new NotAssessed();
    private Function<MailboxAddress, Optional<Instant>> openIncidents = any -> Optional.empty();
    private final LeftOut leftOut = new LeftOut();
    private final ReachGathering reaches;

    Judgement(ScanSettings settings, TenantObserver observer, CoveredKinds covered, Instant now) {
        this.settings = settings;
        this.habits = observer.habits();
        this.covered = covered;
        this.now = now;
        this.reaches = new ReachGathering(settings.policy());
        this.examiner = new Examiner(Indicators.all(settings.policy()));
        this.aliases = new Aliases(observer.aliases(settings.aliases()), settings.ownDomains());
        this.names = new MailboxNames(aliases, settings.ownDomains());
    }

    void openIncidents(Function<MailboxAddress, Optional<Instant>> since) {
        openIncidents = since;
    }

    int judged() {
        return judged.size();
    }

    void judge(EvidenceVault vault, int partition) {
        Map<Optional<MailboxAddress>, List<Evidence>> raw = raw(vault, partition);
        Map<MailboxAddress, MailboxAddress> resolved = names.resolve(raw.keySet().stream().flatMap(Optional::stream)
                .toList());
        resolved.forEach(covered::join);
        Map<Optional<MailboxAddress>, MailboxEvidence.Builder> builders = new HashMap<>();
        Map<Optional<MailboxAddress>, MailboxProfile> profiles = new HashMap<>();
        raw.forEach((owner, pieces) -> {
            Optional<MailboxAddress> name = owner.map(resolved::get);
            MailboxEvidence.Builder builder = builders.computeIfAbsent(name, Judgement::builder);
            pieces.forEach(builder::add);
            pieces.stream().filter(MailboxProfile.class::isInstance).map(MailboxProfile.class::cast)
                    .forEach(profile -> profiles.merge(name, profile, Judgement::fuller));
        });
        builders.forEach((name, builder) -> examine(name, builder, Optional.ofNullable(profiles.get(name))));
    }

    private Map<Optional<MailboxAddress>, List<Evidence>> raw(EvidenceVault vault, int partition) {
        Map<Optional<MailboxAddress>, List<Evidence>> raw = new HashMap<>();
        read(vault, partition, raw, owner -> owner.isEmpty() || !aliases.isElsewhere(owner.get()));
        for (int source : aliases.sources(partition)) {
            read(vault, source, raw, owner -> owner.isPresent() && aliases.belongs(owner.get(), partition));
        }
        return raw;
    }

    private static void read(EvidenceVault vault, int partition, Map<Optional<MailboxAddress>, List<Evidence>> raw,
            Predicate<Optional<MailboxAddress>> wanted) {
        vault.read(partition, piece -> {
            Optional<MailboxAddress> owner = EvidenceVault.owner(piece);
            if (wanted.test(owner)) {
                raw.computeIfAbsent(owner, any -> new ArrayList<>()).add(piece);
            }
        });
    }

    private static MailboxProfile fuller(MailboxProfile one, MailboxProfile other) {
        return one.mailboxKind() == MailboxKind.UNKNOWN ? other : one;
    }

    private static MailboxEvidence.Builder builder(Optional<MailboxAddress> name) {
        return name.map(MailboxEvidence::of).orElseGet(MailboxEvidence::ofTenant);
    }

    private void examine(Optional<MailboxAddress> name, MailboxEvidence.Builder builder,
            Optional<MailboxProfile> profile) {
        MailboxKind kind = name.map(address -> kind(address, profile)).orElse(MailboxKind.UNKNOWN);
        covered.gaps(name).forEach(builder::gap);
        MailboxEvidence evidence = builder.kind(kind).tenant(habits).openIncident(name.flatMap(openIncidents)).build();
        boolean isGuess = name.isPresent() && MailboxDigester.isGuess(evidence);
        List<Assessment> assessments = isGuess ? List.of() : examiner.assess(evidence);
        List<Finding> findings = new ArrayList<>(isGuess ? examiner.findingsOfGuess(evidence) : List.of());
        for (Assessment assessment : assessments) {
            if (assessment instanceof Assessment.Flagged flagged) {
                findings.addAll(flagged.findings());
            }
        }
        reaches.see(evidence, findings);
        MailboxDigest digest = MailboxDigester.digest(evidence, findings);
        digests.add(digest);
        boolean isReported = name.isPresent() && digest.exists() && isOwn(name.get());
        if (name.isPresent() && digest.exists() && !isReported) {
            leftOut.add(name.get());
        }
        if (isReported) {
            notAssessed.add(name.get(), assessments);
        }
        List<MailboxAddress> aliases = profile.map(MailboxProfile::aliases).orElse(List.of());
        judged.put(name.map(MailboxAddress::text).orElse(""),
                new JudgedMailbox(name, aliases, kind, isReported, findings));
    }

    private MailboxKind kind(MailboxAddress address, Optional<MailboxProfile> profile) {
        MailboxKind configured = settings.roles().get(address);
        if (configured != null) {
            return configured;
        }
        MailboxKind byName = MailboxKinds.of(address);
        MailboxKind bySystem = profile.map(MailboxProfile::mailboxKind).orElse(MailboxKind.UNKNOWN);
        return byName == MailboxKind.PERSON && bySystem != MailboxKind.UNKNOWN ? bySystem : byName;
    }

    private boolean isOwn(MailboxAddress address) {
        return settings.ownDomains().isEmpty() || address.domain().isEmpty() || settings.ownDomains().contains(address);
    }

    /** Dates findings about settings without a time of their own, where all that they cite can be dated. */
    void date(Function<EvidenceRef, Optional<TimeRange>> appeared) {
        judged.values().forEach(mailbox -> mailbox.replaceAll(finding -> dated(finding, appeared)));
    }

    private static Finding dated(Finding finding, Function<EvidenceRef, Optional<TimeRange>> appeared) {
        TimeRange when = TimeRange.UNKNOWN;
        for (Citation.Cited cited : finding.citation().sample()) {
            Optional<TimeRange> between = appeared.apply(cited.ref());
            if (finding.when().isKnown() || between.isEmpty()) {
                return finding;
            }
            when = when.including(between.get());
        }
        return finding.at(when);
    }

    ScanResult result(RunFacts run, Ledger ledger, List<Coverage> coverage, List<ScanResult.Note> notes) {
        digests.sort(Comparator.comparing(digest -> digest.mailbox().map(MailboxAddress::text).orElse("")));
        for (TenantIndicator indicator : Indicators.ofTenant(settings.policy())) {
            indicator.examine(digests).forEach(this::file);
        }
        new OrganisationRarity(judged.values()).apply();
        Suppressions suppressions = new Suppressions(settings.suppressions(), now);
        judged.values().forEach(mailbox -> mailbox.replaceAll(suppressions::apply));
        Summary summary = new Summary(settings, covered, judged.values(), reaches);
        List<ScanResult.Note> all = new ArrayList<>(notes);
        boolean said = notes.stream().anyMatch(note -> note.id().equals("own-domains-elsewhere"));
        leftOut.note().filter(note -> !said).ifPresent(all::add);
        return summary.result(run, ledger, coverage, notAssessed.entries(), suppressions.hits(), all);
    }

    private void file(Finding finding) {
        String key = finding.mailbox().map(MailboxAddress::text).orElse("");
        judged.computeIfAbsent(key, any -> new JudgedMailbox(finding.mailbox(), List.of(), MailboxKind.UNKNOWN, false,
                new ArrayList<>())).add(finding);
    }
}
