package org.mimawari.indicator.sent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.domain.LookAlike;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.Subjects;

/**
 * Follows conversations by their subjects, in order of time, and finds answers that go to a domain the mailbox never
 * wrote to and that imitates the domain of somebody in the conversation. Not safe for several threads.
 */
final class LookAlikeThreads {

    private final OwnDomains own;
    private final Limits limits;
    private final Map<String, Set<String>> partners = new HashMap<>();
    private final Set<String> writtenTo = new HashSet<>();
    private final Map<String, Swap> swaps = new LinkedHashMap<>();
    private int compared;

    /**
     * What keeps the work bounded whatever is sent.
     *
     * @param comparisons how many domains are compared in one mailbox
     * @param partners over how many domains a conversation may spread; beyond them it is bulk mail under one subject
     * @param swaps how many imitations are told
     */
    record Limits(int comparisons, int partners, int swaps) {}

    /** A domain that took the place of another, and what was sent to it. */
    record Swap(String domain, String imitated, List<Mailing> mailings) {}

    LookAlikeThreads(OwnDomains own, Limits limits) {
        this.own = own;
        this.limits = limits;
    }

    List<Swap> find(Outgoing outgoing) {
        List<ReceivedMessage> received = outgoing.evidence().receivedMessages();
        int heard = 0;
        for (Mailing mailing : outgoing.mailings()) {
            while (heard < received.size() && received.get(heard).time().orElse(Instant.MIN).isBefore(mailing.time())) {
                hear(received.get(heard++));
            }
            if (!mailing.message().to().isEmpty()) {
                write(mailing, outgoing);
            }
        }
        return List.copyOf(swaps.values());
    }

    private void hear(ReceivedMessage message) {
        message.from().flatMap(MailboxAddress::findFull).ifPresent(sender ->
                message.subject().map(Subjects::normalised).ifPresent(subject -> join(subject, sender.domain())));
    }

    private void write(Mailing mailing, Outgoing outgoing) {
        SentMessage message = mailing.message();
        String subject = outgoing.subject(message);
        boolean answers = message.inReplyTo().isPresent() || message.subject().filter(Subjects::isReply).isPresent();
        Set<String> before = Set.copyOf(partners.getOrDefault(subject, Set.of()));
        for (String domain : domains(message)) {
            boolean first = writtenTo.add(domain);
            if (swaps.containsKey(domain)) {
                swaps.get(domain).mailings().add(mailing);
            } else if (answers && first && isConversation(before) && !own.contains(domain)) {
                imitated(domain, before).ifPresent(known ->
                        swaps.put(domain, new Swap(domain, known, new ArrayList<>(List.of(mailing)))));
            }
            join(subject, domain);
        }
    }

    private boolean isConversation(Set<String> before) {
        return !before.isEmpty() && before.size() <= limits.partners() && swaps.size() < limits.swaps();
    }

    private Optional<String> imitated(String domain, Set<String> before) {
        if (compared++ >= limits.comparisons()) {
            return Optional.empty();
        }
        Set<String> others = new TreeSet<>(before);
        others.remove(domain);
        others.addAll(own.list());
        return LookAlike.to(others).find(domain).map(LookAlike.Match::domain);
    }

    private void join(String subject, String domain) {
        if (subject.isEmpty()) {
            return;
        }
        Set<String> known = partners.computeIfAbsent(subject, any -> new HashSet<>());
        if (known.size() <= limits.partners()) {
            known.add(domain);
        }
    }

    private static Set<String> domains(SentMessage message) {
        Set<String> domains = new TreeSet<>();
        message.to().forEach(address -> domains.add(address.substring(address.lastIndexOf('@') + 1)));
        return domains;
    }
}
