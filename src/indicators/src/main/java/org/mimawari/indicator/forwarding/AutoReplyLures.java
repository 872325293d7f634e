package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.MailProviders;
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;
import org.mimawari.indicator.words.Dictionary;

/**
 * The automatic reply leads its readers elsewhere: to a foreign link or address, or to a changed bank account
 * (ATT&amp;CK T1657, T1534). An ordinary absence notice is not meant.
 */
public final class AutoReplyLures implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("autoreply-changed", Family.FORWARDING,
            AttackStage.ABUSE, Level.MEDIUM, 40, 0.65, List.of("T1657", "T1534"), Set.of(EvidenceKind.AUTO_REPLY));
    private static final Multiplier ENDS = Multiplier.modifier("has-an-end", 0.7);
    private static final Multiplier INSIDE_ONLY = Multiplier.modifier("inside-only", 0.6);
    private static final int LONGEST = 20_000;
    private static final int MOST = 10;

    private final Policy policy;

    public AutoReplyLures(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.autoReplies().isEmpty()) {
            return List.of();
        }
        IdentityTarget identity = new IdentityTarget(policy, evidence);
        Map<String, List<AutoReply>> lures = new TreeMap<>();
        for (AutoReply reply : evidence.autoReplies()) {
            Set<String> lure = reply.enabled() && !reply.change().ends() ? lures(text(reply), identity) : Set.of();
            if (!lure.isEmpty()) {
                lures.computeIfAbsent(String.join(",", lure), any -> new ArrayList<>()).add(reply);
            }
        }
        List<Finding> found = new ArrayList<>();
        lures.forEach((pattern, replies) -> found.add(finding(pattern, replies, identity, evidence)));
        return found;
    }

    // Four pieces of one examination, kept out of fields because the indicator has no state.
    private static Finding finding(String pattern, List<AutoReply> replies, IdentityTarget identity,
            MailboxEvidence evidence) {
        List<String> lures = List.of(pattern.split(","));
        AutoReply reply = replies.get(replies.size() - 1);
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(replies), pattern,
                Reason.NONE.andTexts("lures", lures), Citation.of(replies))
                .times(new RuleCircumstances(evidence).of(reply, Outflow.isUndated(replies)));
        boolean imitates = lures.stream().map(lure -> lure.substring(lure.lastIndexOf('@') + 1))
                .anyMatch(domain -> identity.imitated(domain).isPresent());
        Finding judged = imitates ? finding.judged(Level.HIGH, 65, 0.8) : finding;
        Finding ending = reply.end().isPresent() ? judged.times(ENDS) : judged;
        return RuleFindings.settled(reply.toStrangers() ? ending : ending.times(INSIDE_ONLY));
    }

    private static String text(AutoReply reply) {
        String all = reply.subject().orElse("") + "\n" + reply.text().orElse("");
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
    }

    /** Foreign hosts and addresses in the text; the word for a bank change where it asks for money. */
    private Set<String> lures(String text, IdentityTarget identity) {
        Set<String> found = new LinkedHashSet<>();
        links(text).stream().filter(host -> !policy.ownDomains().contains(host)).limit(MOST).forEach(found::add);
        identity.findOutside(text).map(MailboxAddress::text)
                .filter(address -> isTelling(address, identity)).ifPresent(found::add);
        if (Dictionary.FINANCE.hits(text).size() > 1 && Dictionary.FRAUD.hitsAny(text)) {
            Dictionary.FRAUD.hits(text).stream().limit(2).map(hit -> hit.replace(',', ' ')).forEach(found::add);
        }
        return found;
    }

    /** A partner named as a stand-in is usual; a free mailbox or an imitation is not. */
    private static boolean isTelling(String address, IdentityTarget identity) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return MailProviders.isFreemail(domain) || identity.imitated(domain).isPresent();
    }

    /** Host names after {@code ://}, in lower case. Linear in the text. */
    private static List<String> links(String text) {
        List<String> hosts = new ArrayList<>();
        for (int at = text.indexOf("://"); at >= 0 && hosts.size() < 50; at = text.indexOf("://", at + 3)) {
            int end = at + 3;
            while (end < text.length() && end - at < 256 && isHost(text.charAt(end))) {
                end++;
            }
            String host = text.substring(at + 3, end).toLowerCase(Locale.ROOT);
            if (host.indexOf('.') > 0) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
