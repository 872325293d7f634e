package org.mimawari.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All evidence about one mailbox, a list per kind, each in order of time; evidence without a time comes first. This is
 * what an indicator sees. A sign-in that two sources recorded is in it once. Immutable; safe for any thread.
 *
 * <p>Evidence about the whole tenant that names no actor has a {@code MailboxEvidence} of its own, without an address.
 */
public final class MailboxEvidence {

    private static final Comparator<Evidence> IN_TIME = MailboxEvidence::inTime;

    private final Optional<MailboxAddress> mailbox;
    private final MailboxKind kind;
    private final TenantHabits tenant;
    private final Optional<Instant> openIncident;
    private final Map<EvidenceKind, List<Gap>> gaps;
    private final Map<EvidenceKind, List<Evidence>> evidence;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private MailboxEvidence(Builder builder) {
        mailbox = builder.mailbox;
        kind = builder.kind;
        tenant = builder.tenant;
        openIncident = builder.openIncident;
        gaps = Map.copyOf(builder.gaps);
        Map<EvidenceKind, List<Evidence>> sorted = new EnumMap<>(EvidenceKind.class);
        builder.evidence.forEach((each, list) -> sorted.put(each, inTime(list)));
        sorted.computeIfPresent(EvidenceKind.SIGN_IN, (each, list) -> List.copyOf(SignInTwins.once(typed(list))));
        evidence = sorted;
    }

    public static Builder of(MailboxAddress mailbox) {
        return new Builder(Optional.of(mailbox));
    }

    public static Builder ofTenant() {
        return new Builder(Optional.empty());
    }

    public Optional<MailboxAddress> mailbox() {
        return mailbox;
    }

    public MailboxKind kind() {
        return kind;
    }

    public TenantHabits tenant() {
        return tenant;
    }

    /** When an incident began that is still open: what turned up since then is nobody's habit. */
    public Optional<Instant> openIncident() {
        return openIncident;
    }

    /** Why kinds among these could not be looked at; empty where all of them were. */
    public List<Gap> missing(Set<EvidenceKind> needed) {
        boolean any = false;
        for (EvidenceKind each : needed) {
            any |= gaps.containsKey(each);
        }
        return !any ? List.of()
                : needed.stream().sorted().flatMap(each -> gaps.getOrDefault(each, List.of()).stream()).toList();
    }

    public boolean covers(EvidenceKind each) {
        return !gaps.containsKey(each);
    }

    public int size() {
        return evidence.values().stream().mapToInt(List::size).sum();
    }

    /** All evidence of all kinds, kind by kind. */
    public List<Evidence> all() {
        List<Evidence> all = new ArrayList<>(size());
        evidence.values().forEach(all::addAll);
        return Collections.unmodifiableList(all);
    }

    /**
     * What is worked out from this evidence and wanted by many, such as the owner's habits: made once, then kept. The
     * maker must be a pure function of this evidence.
     */
    public <T> T derived(Class<T> type, Function<MailboxEvidence, T> maker) {
        Object known = derived.get(type);
        if (known == null) {
            known = maker.apply(this);
            derived.putIfAbsent(type, known);
        }
        return type.cast(known);
    }

    public List<SignIn> signIns() {
        return list(EvidenceKind.SIGN_IN, SignIn.class);
    }

    public List<MailboxRule> rules() {
        return list(EvidenceKind.MAILBOX_RULE, MailboxRule.class);
    }

    public List<ForwardingSetting> forwarding() {
        return list(EvidenceKind.FORWARDING_SETTING, ForwardingSetting.class);
    }

    public List<SettingChange> settingChanges() {
        return list(EvidenceKind.SETTING_CHANGE, SettingChange.class);
    }

    public List<MailFlowRule> mailFlowRules() {
        return list(EvidenceKind.MAIL_FLOW_RULE, MailFlowRule.class);
    }

    public List<SentMessage> sentMessages() {
        return list(EvidenceKind.SENT_MESSAGE, SentMessage.class);
    }

    public List<ReceivedMessage> receivedMessages() {
        return list(EvidenceKind.RECEIVED_MESSAGE, ReceivedMessage.class);
    }

    public List<NonDeliveryReport> nonDeliveryReports() {
        return list(EvidenceKind.NON_DELIVERY_REPORT, NonDeliveryReport.class);
    }

    public List<FeedbackReport> feedbackReports() {
        return list(EvidenceKind.FEEDBACK_REPORT, FeedbackReport.class);
    }

    public List<MailAccess> mailAccesses() {
        return list(EvidenceKind.MAIL_ACCESS, MailAccess.class);
    }

    public List<MailRemoval> mailRemovals() {
        return list(EvidenceKind.MAIL_REMOVAL, MailRemoval.class);
    }

    public List<MailSearch> mailSearches() {
        return list(EvidenceKind.MAIL_SEARCH, MailSearch.class);
    }

    public List<Delegation> delegations() {
        return list(EvidenceKind.DELEGATION, Delegation.class);
    }

    public List<ConnectedApp> connectedApps() {
        return list(EvidenceKind.CONNECTED_APP, ConnectedApp.class);
    }

    public List<SendAsAddress> sendAsAddresses() {
        return list(EvidenceKind.SEND_AS_ADDRESS, SendAsAddress.class);
    }

    public List<AutoReply> autoReplies() {
        return list(EvidenceKind.AUTO_REPLY, AutoReply.class);
    }

    public List<ProviderAlert> providerAlerts() {
        return list(EvidenceKind.PROVIDER_ALERT, ProviderAlert.class);
    }

    public List<MailboxProfile> profiles() {
        return list(EvidenceKind.MAILBOX_PROFILE, MailboxProfile.class);
    }

    private <E extends Evidence> List<E> list(EvidenceKind each, Class<E> type) {
        return typed(evidence.getOrDefault(each, List.of()));
    }

    /** Every list holds one type only: {@link Builder#add} files each piece under its own kind. */
    @SuppressWarnings("unchecked")
    private static <E extends Evidence> List<E> typed(List<Evidence> list) {
        return (List<E>) (List<?>) list;
    }

    /** Written out, because sorting calls it more often than anything else is called. */
    private static int inTime(Evidence one, Evidence other) {
        int order = moment(one).compareTo(moment(other));
        return order != 0 ? order : one.ref().compareTo(other.ref());
    }

    private static Instant moment(Evidence piece) {
        return piece.origin().time().orElse(Instant.MIN);
    }

    private static List<Evidence> inTime(List<Evidence> list) {
        List<Evidence> sorted = new ArrayList<>(list);
        sorted.sort(IN_TIME);
        return Collections.unmodifiableList(sorted);
    }

    /** Collects the evidence of one mailbox, in any order. Not safe for several threads. */
    public static final class Builder {

        private final Optional<MailboxAddress> mailbox;
        private MailboxKind kind = MailboxKind.UNKNOWN;
        private TenantHabits tenant = TenantHabits.UNKNOWN;
        private Optional<Instant> openIncident = Optional.empty();
        private final Map<EvidenceKind, List<Gap>> gaps = new EnumMap<>(EvidenceKind.class);
        private final Map<EvidenceKind, List<Evidence>> evidence = new EnumMap<>(EvidenceKind.class);

        private Builder(Optional<MailboxAddress> mailbox) {
            this.mailbox = mailbox;
        }

        public Optional<MailboxAddress> mailbox() {
            return mailbox;
        }

        /** What was added, kind by kind. */
        public Stream<Evidence> pieces() {
            return evidence.values().stream().flatMap(List::stream);
        }

        /** What the mail systems say of the mailbox, in the order it was added. */
        public Stream<MailboxProfile> profiles() {
            return evidence.getOrDefault(EvidenceKind.MAILBOX_PROFILE, List.of()).stream().map(MailboxProfile.class::cast);
        }

        public Builder kind(MailboxKind value) {
            kind = value;
            return this;
        }

        public Builder tenant(TenantHabits value) {
            tenant = value;
            return this;
        }

        /** @param since when an incident began that is still open */
        public Builder openIncident(Optional<Instant> since) {
            openIncident = since;
            return this;
        }

        public Builder add(Evidence piece) {
            evidence.computeIfAbsent(piece.kind(), any -> new ArrayList<>()).add(piece);
            return this;
        }

        public Builder gap(Gap gap) {
            gaps.computeIfAbsent(gap.kind(), any -> new ArrayList<>()).add(gap);
            return this;
        }

        public MailboxEvidence build() {
            return new MailboxEvidence(this);
        }
    }
}
