package org.mimawari.message.report;

import java.util.Optional;
import java.util.Set;

/** Finds enhanced status codes (RFC 3463) and SMTP reply codes (RFC 5321 §4.2) in the words of a server. */
final class StatusCodes {

    private static final Set<String> REPLIES = Set.of("421", "422", "431", "432", "441", "442", "446", "447", "449", "450",
            "451", "452", "453", "454", "455", "458", "459", "471", "472", "500", "501", "502", "503", "504", "510", "511",
            "512", "513", "515", "517", "521", "522", "523", "530", "531", "533", "534", "535", "538", "540", "541",
            "542", "543", "544", "545", "546", "547", "550", "551", "552", "553", "554", "555", "556", "557", "559",
            "570", "571");

    private StatusCodes() {}

    /**
     * The status a text states. One that follows a reply code counts more than another, and a particular one more than
     * {@code x.0.0}.
     */
    static Optional<String> enhanced(String text) {
        Optional<String> best = Optional.empty();
        int weight = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = isClass(text.charAt(i)) && startsNumber(text, i) ? enhancedEnd(text, i) : -1;
            if (end < 0) {
                continue;
            }
            String code = text.substring(i, end);
            int own = (isVague(code) ? 0 : 2) + (followsReply(text, i) ? 2 : 1);
            if (own > weight) {
                weight = own;
                best = Optional.of(code);
            }
            i = end - 1;
        }
        return best;
    }

    /** The first reply code of class 4 or 5. */
    static Optional<String> reply(String text) {
        for (int i = 0; i + 3 <= text.length(); i++) {
            char c = text.charAt(i);
            boolean candidate = (c == '4' || c == '5') && startsNumber(text, i) && endsReply(text, i + 3);
            if (candidate && REPLIES.contains(text.substring(i, i + 3))) {
                return Optional.of(text.substring(i, i + 3));
            }
        }
        return Optional.empty();
    }

    /** The status for a text that states none: by its wording, kept in the class of its reply code. */
    static Optional<String> derived(String text, Optional<String> reply) {
        Optional<String> worded = Phrases.status(Phrases.folded(text));
        if (worded.isPresent() && reply.isPresent()) {
            return worded.map(status -> reply.get().charAt(0) + status.substring(1));
        }
        return worded.or(() -> reply.map(StatusCodes::ofReply));
    }

    /** {@code 5.0.0} and {@code 4.0.0} say nothing but the class. */
    static boolean isVague(String status) {
        return status.endsWith(".0.0");
    }

    private static String ofReply(String reply) {
        return switch (reply) {
            case "551" -> "5.1.6";
            case "552" -> "5.2.2";
            case "553" -> "5.1.3";
            case "421", "442" -> "4.4.2";
            case "452" -> "4.2.2";
            case "450" -> "4.2.0";
            case "530", "535" -> "5.7.0";
            case "550" -> "5.1.0";
            default -> reply.charAt(0) + ".0.0";
        };
    }

    private static boolean isClass(char c) {
        return c == '2' || c == '4' || c == '5';
    }

    private static boolean startsNumber(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !(before < 0x80 && Character.isLetterOrDigit(before)) && before != '.' && before != '/' && before != '@'
                && before != '_' && !(before == '-' && at > 1 && Character.isLetter(text.charAt(at - 2)));
    }

    private static boolean endsReply(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char after = text.charAt(end);
        return after != '.' && after != ':' && after != '/' && after != '@' && after != '_'
                && !(after < 0x80 && Character.isLetterOrDigit(after))
                || after == ':' && end + 1 < text.length() && text.charAt(end + 1) == ' ';
    }

    /** Where {@code 5.1.10} ends; negative where it is no code but, say, an IP address or a version. */
    private static int enhancedEnd(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at + 1) != '.') {
            return -1;
        }
        int subject = digits(text, at + 2);
        if (subject == at + 2 || subject - at > 5 || subject >= text.length() || text.charAt(subject) != '.') {
            return -1;
        }
        int end = digits(text, subject + 1);
        if (end == subject + 1 || end - subject > 4) {
            return -1;
        }
        boolean goesOn = end < text.length() && (Character.isLetter(text.charAt(end)) && text.charAt(end) < 0x80
                || text.charAt(end) == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)));
        return goesOn || text.charAt(at) == '2' && !isSuccess(text.substring(at, end)) ? -1 : end;
    }

    private static boolean isSuccess(String code) {
        return code.equals("2.0.0") || code.startsWith("2.1.") || code.startsWith("2.6.");
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static boolean followsReply(String text, int at) {
        int i = at - 1;
        while (i >= 0 && at - i < 4 && (text.charAt(i) == ' ' || text.charAt(i) == '-' || text.charAt(i) == '#'
                || text.charAt(i) == '\'')) {
            i--;
        }
        return i >= 2 && i < at - 1 && REPLIES.contains(text.substring(i - 2, i + 1));
    }
}
