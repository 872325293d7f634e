package org.mimawari.message.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.FailedRecipient;

/**
 * Reads failed recipients out of a notice that is not standard. Recipients are the addresses that open a line, else those
 * that a failing sentence names; what is said of each stands beside its address, or in the rest of the notice.
 */
final class NoticeReader {

    private static final int MOST_LINES = 2_000;
    private static final int MOST_RECIPIENTS = 1_000;
    private static final int MOST_BESIDE = 12;
    private static final Set<String> SERVICE = Set.of("postmaster", "mailer-daemon", "abuse", "support", "helpdesk",
            "hostmaster", "webmaster", "admin");
    private static final List<String> SENDER_LABELS = List.of("from", "mail from", "sender", "original sender",
            "return-path", "reply-to", "envelope-from", "x-postfix-sender", "message-id", "in-reply-to", "references",
            "差出人", "送信者", "von", "de", "reporting-mta", "x-sendgrid-sender");
    private static final List<String> NAMING = List.of("to", "to:", "recipient", "recipient:", "recipients:", "user:",
            "address:", "address", "user", "size:", "errors:", "mailbox", "mailbox:", "for", "account", "宛先", "宛先:",
            "宛先：", "recipients", "an", "à", "para", "destinataire", "empfänger", "attempts:", "an:", "à:", "para:", "destinataire:", "destinatario:", "受信者:", "受信者");

    private final List<String> lines;
    private final Set<String> own;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final NoticeWords words;

    /**
     * @param own addresses that are no recipients of the original: the notice's own sender and receiver
     */
    NoticeReader(List<String> notice, Set<String> own) {
        this.lines = notice.subList(0, Math.min(MOST_LINES, notice.size()));
        this.own = own;
        this.words = new NoticeWords(lines.stream().filter(line -> !hasSenderLabel(line)).toList());
    }

    /**
     * @param named recipients that a header of the notice names
     * @param written to whom the quoted message was addressed
     */
    List<FailedRecipient> read(List<String> named, List<String> written) {
        named.forEach(address -> places.putIfAbsent(address, new ArrayList<>()));
        boolean fixed = !places.isEmpty();
        find(Where.OPENING, fixed, Set.of());
        if (places.isEmpty()) {
            find(Where.NAMED, false, Set.of());
        }
        if (places.isEmpty()) {
            find(Where.FAILING, false, Set.of());
        }
        if (places.isEmpty()) {
            find(Where.OPENING, false, own);
        }
        if (places.isEmpty() && written.size() == 1) {
            places.put(written.get(0), List.of());
        }
        if (places.isEmpty()) {
            return List.of(recipient(Optional.empty(), List.of()));
        }
        places.values().forEach(taken::addAll);
        return places.entrySet().stream().limit(MOST_RECIPIENTS)
                .map(entry -> recipient(Optional.of(entry.getKey()), entry.getValue())).toList();
    }

    /** True where a code or a telling word was found. */
    boolean tells() {
        return states() || words.isTelling();
    }

    /** True where a server's code is quoted. */
    boolean states() {
        return words.enhanced().isPresent() || words.reply().isPresent();
    }

    /** True where an address stands as that of a failed recipient. */
    boolean namesRecipients() {
        return lines.stream().filter(line -> line.indexOf('@') >= 0 && !hasSenderLabel(line))
                .anyMatch(line -> Addresses.in(line).stream().anyMatch(found -> isForeign(found, Set.of())
                        && (stands(Where.OPENING, line, found) || stands(Where.NAMED, line, found)
                        || stands(Where.FAILING, line, found))));
    }

    /** Where in a line an address must stand to count. */
    private enum Where { OPENING, NAMED, FAILING }

    private void find(Where where, boolean known, Set<String> alsoOwn) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.indexOf('@') < 0 || hasSenderLabel(line)) {
                continue;
            }
            for (Addresses.Found found : Addresses.in(line)) {
                boolean wanted = known ? places.containsKey(found.address()) : isForeign(found, alsoOwn);
                if (wanted && stands(where, line, found)) {
                    places.computeIfAbsent(found.address(), any -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    private boolean isForeign(Addresses.Found found, Set<String> alsoOwn) {
        String local = found.address().substring(0, found.address().indexOf('@'));
        boolean mine = own.contains(found.address()) && !alsoOwn.contains(found.address());
        return !mine && !SERVICE.contains(local);
    }

    private static boolean stands(Where where, String line, Addresses.Found found) {
        String before = line.substring(0, found.from());
        return switch (where) {
            case OPENING -> opens(before);
            case NAMED -> names(before);
            case FAILING -> Phrases.has("body", Phrases.folded(line)) || StatusCodes.reply(line).isPresent();
        };
    }

    /** Nothing before the address but bullets, brackets, or the reply code of a transcript. */
    private static boolean opens(String before) {
        String bare = before;
        int i = 0;
        while (i < bare.length() && " \t<>*-•\"'・■○●(+|:　".indexOf(bare.charAt(i)) >= 0) {
            i++;
        }
        bare = bare.substring(i).strip();
        return bare.isEmpty() || bare.length() <= 6 && StatusCodes.reply(bare.replace("<", " ").strip()).isPresent();
    }

    private static boolean names(String before) {
        String bare = before.replace('<', ' ').replace('"', ' ').replace('\'', ' ').strip().toLowerCase(Locale.ROOT);
        return NAMING.stream().anyMatch(word -> bare.equals(word)
                || bare.endsWith(word) && (word.charAt(0) >= 0x80 || bare.endsWith(" " + word)));
    }

    private static boolean hasSenderLabel(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('：');
        int end = colon < 0 || wide >= 0 && wide < colon ? wide : colon;
        String label = end < 0 ? "" : line.substring(0, end).replace('<', ' ').replace('>', ' ').strip();
        return !label.isEmpty() && label.length() < 40 && SENDER_LABELS.contains(label.toLowerCase(Locale.ROOT));
    }

    private FailedRecipient recipient(Optional<String> address, List<Integer> at) {
        String beside = beside(at);
        Optional<String> reply = StatusCodes.reply(beside).or(words::reply);
        boolean worded = Phrases.status(Phrases.folded(beside)).isPresent();
        boolean quoted = StatusCodes.reply(beside).isPresent();
        Optional<String> status = StatusCodes.enhanced(beside)
                .or(() -> quoted ? Optional.empty() : words.enhanced())
                .or(() -> worded ? StatusCodes.derived(beside, reply) : Optional.empty())
                .or(() -> words.derived(reply));
        boolean delayed = words.isDelayed(reply);
        Optional<String> fitting = status.map(code -> delayed && code.startsWith("5") ? "4" + code.substring(1) : code);
        String said = quoted || worded ? beside : words.telling();
        return new FailedRecipient(address, fitting, Optional.of(words.action(delayed)), reply,
                Optional.of(StatusReader.capped(said)).filter(text -> !text.isBlank()));
    }

    /** The lines from each place of the address to the next blank line or the next recipient. */
    private String beside(List<Integer> at) {
        StringBuilder text = new StringBuilder();
        for (int start : at.subList(0, Math.min(MOST_BESIDE, at.size()))) {
            for (int i = start; i < lines.size() && i < start + MOST_BESIDE; i++) {
                boolean over = i > start && (lines.get(i).isBlank() || taken.contains(i) && !at.contains(i));
                if (over) {
                    break;
                }
                text.append(lines.get(i).strip()).append(' ');
            }
        }
        return text.toString();
    }
}
