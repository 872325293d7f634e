package org.mimawari.message.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimawari.evidence.FailedRecipient;

/** Turns the groups of a delivery-status part (RFC 3464 §2.3) into recipients. */
final class StatusReader {

    private static final Pattern EMBEDDED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}");
    private static final Pattern INTERNATIONAL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,255}");
    private static final int LONGEST_DIAGNOSTIC = 500;
    private static final Set<String> ACTIONS = Set.of("failed", "delayed", "delivered", "relayed", "expanded");

    private StatusReader() {}

    /**
     * The recipients, each once.
     *
     * @param notice the text beside the report, which explains where the fields do not
     */
    static List<FailedRecipient> recipients(List<Map<String, String>> groups, String notice) {
        List<FailedRecipient> recipients = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Map<String, String>> own = groups.stream().filter(StatusFields::isRecipient).toList();
        for (Map<String, String> group : own) {
            FailedRecipient recipient = recipient(group, own.size() == 1 ? notice : "");
            if (seen.add(recipient.recipient().orElse("") + " " + recipient.action().orElse(""))) {
                recipients.add(recipient);
            }
        }
        return recipients;
    }

    private static FailedRecipient recipient(Map<String, String> group, String notice) {
        String field = group.getOrDefault("status", "");
        String diagnostic = StatusFields.untyped(group.getOrDefault("diagnostic-code", ""));
        Optional<String> action = action(group.getOrDefault("action", ""), field);
        boolean failed = action.filter(word -> word.equals("failed") || word.equals("delayed")).isPresent();
        Optional<String> reply = StatusCodes.reply(diagnostic)
                .or(() -> failed && diagnostic.isEmpty() ? StatusCodes.reply(notice) : Optional.empty());
        Optional<String> status = status(field, diagnostic)
                .or(() -> failed ? StatusCodes.derived(diagnostic.isEmpty() ? notice : diagnostic, reply)
                        : Optional.empty());
        return new FailedRecipient(address(group), status, action, reply,
                Optional.of(capped(diagnostic)).filter(text -> !text.isBlank()));
    }

    /** A status such as {@code 5.0.0} gives way to a particular one that the server's words state. */
    private static Optional<String> status(String field, String diagnostic) {
        Optional<String> stated = StatusCodes.enhanced(field);
        if (stated.isPresent() && !StatusCodes.isVague(stated.get())) {
            return stated;
        }
        Optional<String> worded = StatusCodes.enhanced(diagnostic)
                .filter(code -> stated.isEmpty() || !StatusCodes.isVague(code));
        return worded.isPresent() ? worded : stated;
    }

    private static Optional<String> action(String field, String status) {
        String bare = field.strip().toLowerCase(Locale.ROOT);
        Optional<String> known = ACTIONS.stream().filter(bare::startsWith).findFirst();
        boolean vague = known.isEmpty() && !status.isBlank();
        if (vague) {
            return Optional.of(status.strip().startsWith("4") ? "delayed" : status.strip().startsWith("2") ? "delivered"
                    : "failed");
        }
        return known.isPresent() ? known : Optional.of("failed");
    }

    private static Optional<String> address(Map<String, String> group) {
        Optional<String> last = address(group.getOrDefault("final-recipient", ""));
        return last.or(() -> address(group.getOrDefault("original-recipient", "")))
                .or(() -> address(group.getOrDefault("x-actual-recipient", "")));
    }

    private static Optional<String> address(String field) {
        String bare = StatusFields.untyped(field);
        boolean routed = bare.startsWith("@") && bare.indexOf(':') > 0;
        String local = routed ? bare.substring(bare.indexOf(':') + 1) : bare;
        return international(field, local).or(() -> Addresses.in(local).stream().findFirst()
                .map(Addresses.Found::address)
                .filter(address -> !routed || address.indexOf('.', address.indexOf('@')) > 0));
    }

    /** An address in Unicode, plain or with characters written {@code \x{592A}} (RFC 6533 section 3). */
    private static Optional<String> international(String field, String address) {
        if (!field.strip().toLowerCase(Locale.ROOT).startsWith("utf-8;")) {
            return Optional.empty();
        }
        String plain = EMBEDDED.matcher(address).replaceAll(character -> Matcher.quoteReplacement(
                Optional.of(Integer.parseInt(character.group(1), 16)).filter(Character::isValidCodePoint)
                        .map(point -> Character.toString(point)).orElse("")));
        return Optional.of(plain).filter(text -> INTERNATIONAL.matcher(text).matches());
    }

    static String capped(String diagnostic) {
        String plain = diagnostic.strip();
        return plain.length() <= LONGEST_DIAGNOSTIC ? plain : plain.substring(0, LONGEST_DIAGNOSTIC);
    }
}
