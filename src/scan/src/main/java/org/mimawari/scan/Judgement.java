package org.mimawari.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.Gap;
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
    private final List<String> ownDomains;
    private final CoveredKinds covered;
    private final Instant now;
    private final Examiner examiner;
    private final Aliases aliases;
    private final MailboxNames names;
    private final List<MailboxDigest> digests = new ArrayList<>();
    private final Map<String, JudgedMailbox> judged = new TreeMap<>();
    private final NotAssessed notAssessed = new NotAssessed();
    private Function<MailboxAddress, Optional<Instant>> openIncidents = any -> Optional.empty();
    private Function<EvidenceRef, Optional<TimeRange>> dating = any -> Optional.empty();
    private final Map<List<Gap>, List<Assessment.NotAssessed>> lacking = new HashMap<>();
    private final LeftOut leftOut = new LeftOut();
    private final ReachGathering reaches;

    Judgement(ScanSettings settings, TenantObserver observer, CoveredKinds covered, Instant now) {
        this(settings, observer.habits(), observer.aliases(settings.aliases()), covered, now);
    }

    Judgement(ScanSettings settings, TenantHabits habits, Map<MailboxAddress, MailboxAddress> otherNames,
            CoveredKinds covered, Instant now) {
        this.settings = settings;
        this.habits = habits;
        this.ownDomains = settings.ownDomains().list();
        this.covered = covered;
        this.now = now;
        this.reaches = new ReachGathering(settings.policy());
        this.examiner = new Examiner(Indicators.all(settings.policy()));
        this.aliases = new Aliases(otherNames, settings.ownDomains());
        this.names = new MailboxNames(aliases, settings.ownDomains());
    }

    void openIncidents(Function<MailboxAddress, Optional<Instant>> since) {
        openIncidents = since;
    }

    int judged() {
        return judged.size();
    }

    /** Judges the mailboxes of one partition of the vault. */
    void judge(EvidenceVault vault, int partition) {
        Map<Optional<MailboxAddress>, List<Evidence>> raw = raw(vault, partition);
        Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups = groups(raw.keySet());
        groups.forEach((name, filed) -> {
            MailboxEvidence.Builder builder = builder(name);
            filed.forEach(each -> raw.get(each).forEach(builder::add));
            take(examine(builder));
        });
    }

    /** The names evidence of one partition is filed under, by the mailbox they stand for. */
    Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups(Collection<Optional<MailboxAddress>> filed) {
        Map<MailboxAddress, MailboxAddress> resolved = names.resolve(filed.stream().flatMap(Optional::stream).toList());
        resolved.forEach(covered::join);
        Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups = new HashMap<>();
        filed.forEach(each -> groups.computeIfAbsent(each.map(resolved::get), any -> new ArrayList<>()).add(each));
        return groups;
    }

    Aliases aliases() {
        return aliases;
    }

    /** With the own domains as they are known now. */
    ScanSettings settings() {
        return settings;
    }

    TenantHabits habits() {
        return habits;
    }

    /** Kinds of which nothing was seen for this mailbox. */
    List<Gap> gaps(Optional<MailboxAddress> name) {
        return covered.gaps(name);
    }

    /** Since when an incident of the mailbox is open. */
    Optional<Instant> openIncident(Optional<MailboxAddress> name) {
        return name.flatMap(openIncidents);
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

    static MailboxEvidence.Builder builder(Optional<MailboxAddress> name) {
        return name.map(MailboxEvidence::of).orElseGet(MailboxEvidence::ofTenant);
    }

    /** Judges one mailbox by itself. */
    MailboxJudgement examine(MailboxEvidence.Builder builder) {
        return examine(builder, gaps(builder.mailbox()));
    }

    /** @param gaps kinds of which nothing was seen for this mailbox */
    MailboxJudgement examine(MailboxEvidence.Builder builder, List<Gap> gaps) {
        Optional<MailboxProfile> profile = builder.profiles().reduce(Judgement::fuller);
        Optional<MailboxAddress> name = builder.mailbox();
        MailboxKind kind = name.map(address -> kind(address, profile)).orElse(MailboxKind.UNKNOWN);
        gaps.forEach(builder::gap);
        MailboxEvidence evidence = builder.kind(kind).tenant(habits).openIncident(openIncident(name)).build();
        List<Finding> findings = findings(evidence);
        Optional<Reach> reach = reaches.gather(evidence, findings);
        MailboxDigest digest = MailboxDigester.digest(evidence, !MailboxDigester.isGuess(evidence),
                PackedEntries.of(MailboxDigester.entries(evidence)), findings);
        return new MailboxJudgement(name, profile.map(MailboxProfile::aliases).orElse(List.of()), kind, findings, digest,
                MailboxDigester.digested(evidence), reach);
    }

    /** True where what went on as usual shows nothing by itself: some things are signs however often they happen. */
    boolean findsNothing(Optional<MailboxAddress> name, Collection<Evidence> usual) {
        Set<EvidenceKind> kinds = usual.stream().map(Evidence::kind).collect(Collectors.toSet());
        MailboxEvidence.Builder builder = builder(name).tenant(habits);
        usual.forEach(builder::add);
        return examiner.findings(builder.build(), kinds).isEmpty();
    }

    /** Whom the organisation takes for its own. */
    List<String> ownDomains() {
        return ownDomains;
    }

    private List<Finding> findings(MailboxEvidence evidence) {
        boolean isGuess = evidence.mailbox().isPresent() && MailboxDigester.isGuess(evidence);
        return (isGuess ? examiner.findingsOfGuess(evidence) : examiner.findings(evidence)).stream()
                .map(finding -> dated(finding, dating)).toList();
    }

    /** Takes a judgement, made just now or in an earlier round, into the comparison of all mailboxes. */
    void take(MailboxJudgement mailbox) {
        MailboxDigest digest = mailbox.digest();
        Optional<MailboxAddress> name = mailbox.name();
        digests.add(digest);
        mailbox.reach().ifPresent(reaches::take);
        boolean isReported = name.isPresent() && digest.exists() && isOwn(name.get());
        if (name.isPresent() && digest.exists() && !isReported) {
            leftOut.add(name.get());
        }
        if (isReported) {
            notAssessed.add(name.get(), notAssessed(gaps(name), mailbox.findings()));
        }
        judged.put(name.map(MailboxAddress::text).orElse(""),
                new JudgedMailbox(name, mailbox.aliases(), mailbox.kind(), isReported, mailbox.findings()));
    }

    /** Most mailboxes lack the same evidence, and in most nothing is found. */
    private List<Assessment.NotAssessed> notAssessed(List<Gap> gaps, List<Finding> findings) {
        return findings.isEmpty() ? lacking.computeIfAbsent(gaps, any -> examiner.notAssessed(gaps, List.of()))
                : examiner.notAssessed(gaps, findings);
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

    /** Says when settings without a time of their own appeared: findings all of whose evidence can be dated so, are. */
    void dating(Function<EvidenceRef, Optional<TimeRange>> appeared) {
        dating = appeared;
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
