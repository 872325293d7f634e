package org.mimawari.message.report;

import java.util.ArrayList;
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
    private static final int LONGEST_SHARED = 20_000;
    private static final Set<String> SERVICE = Set.of("postmaster", "mailer-daemon", "abuse", "support", "helpdesk",
            "hostmaster", "webmaster", "admin");
    private static final List<String> SENDER_LABELS = List.of("from", "mail from", "sender", "original sender",
            "return-path", "reply-to", "envelope-from", "x-postfix-sender", "message-id", "in-reply-to", "references",
            "差出人", "送信者", "von", "de", "reporting-mta", "x-sendgrid-sender");
    private static final List<String> NAMING = List.of("to", "to:", "recipient", "recipient:", "recipients:", "user:",
            "address:", "address", "user", "size:", "errors:", "mailbox", "mailbox:", "for", "account", "宛先", "宛先:",
            "宛先：", "recipients", "an", "à", "para", "destinataire", "empfänger");

    private final List<String> lines;
    private final Set<String> own;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    /**
     * @param own addresses that are no recipients of the original: the notice's own sender and receiver
     */
    NoticeReader(List<String> notice, Set<String> own) {
        this.lines = notice.subList(0, Math.min(MOST_LINES, notice.size()));
        this.own = own;
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
        return places.entrySet().stream().limit(MOST_RECIPIENTS)
                .map(entry -> recipient(Optional.of(entry.getKey()), entry.getValue())).toList();
    }

    /** True where a recipient, a code or a telling word was found. */
    boolean tells() {
        String all = shared();
        return StatusCodes.enhanced(all).isPresent() || StatusCodes.reply(all).isPresent()
                || Phrases.status(Phrases.folded(all)).isPresent();
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
        String shared = shared();
        Optional<String> reply = StatusCodes.reply(beside).or(() -> StatusCodes.reply(shared));
        boolean delayed = isDelayed(shared, reply);
        Optional<String> status = StatusCodes.enhanced(beside)
                .or(() -> beside.isBlank() || StatusCodes.reply(beside).isEmpty() ? StatusCodes.enhanced(shared)
                        : Optional.empty())
                .or(() -> StatusCodes.derived(beside, reply).filter(code -> !isBare(code, beside)))
                .or(() -> StatusCodes.derived(shared, reply))
                .map(code -> delayed && code.startsWith("5") && reply.isEmpty() ? "4" + code.substring(1) : code);
        String said = StatusCodes.reply(beside).isPresent() || Phrases.status(Phrases.folded(beside)).isPresent()
                ? beside : telling(shared);
        return new FailedRecipient(address, status, Optional.of(action(shared, delayed)), reply,
                Optional.of(StatusReader.capped(said)).filter(text -> !text.isBlank()));
    }

    /** A status that only the reply code gave; the rest of the notice may know more. */
    private static boolean isBare(String code, String beside) {
        return Phrases.status(Phrases.folded(beside)).isEmpty() && !code.isEmpty();
    }

    private static String action(String shared, boolean delayed) {
        String folded = Phrases.folded(shared);
        boolean delivered = Phrases.has("delivered", folded) && !Phrases.has("body", folded);
        return delivered ? "delivered" : delayed ? "delayed" : "failed";
    }

    private static boolean isDelayed(String shared, Optional<String> reply) {
        String folded = Phrases.folded(shared);
        boolean temporary = reply.isEmpty() || reply.get().startsWith("4");
        return temporary && Phrases.has("delayed", folded) && !Phrases.has("gave up", folded);
    }

    /** The lines from each place of the address to the next blank line or the next recipient. */
    private String beside(List<Integer> at) {
        StringBuilder text = new StringBuilder();
        for (int start : at.subList(0, Math.min(MOST_BESIDE, at.size()))) {
            for (int i = start; i < lines.size() && i < start + MOST_BESIDE; i++) {
                boolean over = i > start && (lines.get(i).isBlank() || isOther(i, start));
                if (over) {
                    break;
                }
                text.append(lines.get(i).strip()).append(' ');
            }
        }
        return text.toString();
    }

    private boolean isOther(int line, int start) {
        return places.values().stream().anyMatch(list -> list.contains(line) && !list.contains(start));
    }

    private String shared() {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() < LONGEST_SHARED && !hasSenderLabel(line)) {
                text.append(line.strip()).append(' ');
            }
        }
        return text.toString();
    }

    /** The part of a notice around its first code, which says most. */
    private String telling(String shared) {
        for (int i = 0; i < lines.size(); i++) {
            if (StatusCodes.reply(lines.get(i)).isPresent() || StatusCodes.enhanced(lines.get(i)).isPresent()) {
                return String.join(" ", lines.subList(i, Math.min(lines.size(), i + 3))).strip();
            }
        }
        return lines.stream().filter(line -> Phrases.status(Phrases.folded(line)).isPresent()).findFirst()
                .orElse(shared.length() > 300 ? shared.substring(0, 300) : shared).strip();
    }
}
