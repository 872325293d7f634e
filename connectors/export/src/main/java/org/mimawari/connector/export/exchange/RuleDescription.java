package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule looks at and does, from the sentences that Exchange describes it with in English, for exports that keep
 * the description but not the properties. Gives values under the names of the cmdlets' parameters.
 */
final class RuleDescription {

    private static final int LONGEST = 16_000;
    private static final int MOST_VALUES = 100;
    private static final String ACTIONS = "take the following actions:";
    private static final String EXCEPTIONS = "except if";

    /** Sentences that values in quotes follow; where one begins like another, the longer one comes first. */
    private static final Map<String, String> WITH_VALUES = new LinkedHashMap<>();
    private static final Map<String, String> PLAIN = new LinkedHashMap<>();

    static {
        WITH_VALUES.put("specific words in the subject or body", "SubjectOrBodyContainsWords");
        WITH_VALUES.put("specific words in the subject", "SubjectContainsWords");
        WITH_VALUES.put("specific words in the body", "BodyContainsWords");
        WITH_VALUES.put("specific words in the sender's address", "FromAddressContainsWords");
        WITH_VALUES.put("specific words in the recipient's address", "RecipientAddressContainsWords");
        WITH_VALUES.put("specific words in the message header", "HeaderContainsWords");
        WITH_VALUES.put("the message was received from", "From");
        WITH_VALUES.put("the message was sent to", "SentTo");
        WITH_VALUES.put("forward the message as an attachment to", "ForwardAsAttachmentTo");
        WITH_VALUES.put("forward the message to", "ForwardTo");
        WITH_VALUES.put("redirect the message to", "RedirectTo");
        WITH_VALUES.put("move the message to the following folder:", "MoveToFolder");
        WITH_VALUES.put("move the message to folder", "MoveToFolder");
        WITH_VALUES.put("copy the message to the following folder:", "CopyToFolder");
        WITH_VALUES.put("copy the message to folder", "CopyToFolder");
        WITH_VALUES.put("carbon copy (bcc) the message to", "BlindCopyTo");
        WITH_VALUES.put("carbon copy (cc) the message to", "CopyTo");
        PLAIN.put("the message was sent only to me", "SentOnlyToMe");
        PLAIN.put("my name is in the to or cc box", "MyNameInToOrCcBox");
        PLAIN.put("my name is in the to box", "MyNameInToBox");
        PLAIN.put("the message has an attachment", "HasAttachment");
        PLAIN.put("permanently delete the message", "PermanentDelete");
        PLAIN.put("delete the message", "DeleteMessage");
        PLAIN.put("mark the message as read", "MarkAsRead");
        PLAIN.put("stop processing more rules", "StopProcessingRules");
    }

    private final Map<String, String> values = new LinkedHashMap<>();

    RuleDescription(String description) {
        String text = description.length() <= LONGEST ? description : description.substring(0, LONGEST);
        String plain = text.replaceAll("\\s+", " ").replace('\u2019', '\'');
        String folded = plain.toLowerCase(Locale.ROOT);
        boolean sameLength = folded.length() == plain.length();
        if (sameLength) {
            read(plain, folded);
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void read(String text, String folded) {
        int except = folded.indexOf(EXCEPTIONS);
        int actions = folded.indexOf(ACTIONS);
        WITH_VALUES.forEach((sentence, name) -> {
            int at = unquoted(folded, sentence);
            if (at >= 0) {
                List<String> found = quoted(text, at + sentence.length());
                String key = isException(at, except, actions) ? "ExceptIf" + name : name;
                if (!found.isEmpty() && values.putIfAbsent(key, String.join("\n", found)) == null) {
                    return;
                }
            }
        });
        PLAIN.forEach((sentence, name) -> {
            int at = unquoted(folded, sentence);
            if (at >= 0) {
                values.putIfAbsent(isException(at, except, actions) ? "ExceptIf" + name : name, "True");
            }
        });
    }

    /** Exceptions stand behind the actions. */
    private static boolean isException(int at, int except, int actions) {
        return except >= 0 && at > except && except > actions;
    }

    /** Where the sentence stands outside quotes, so that no word of an attacker's is taken for one. */
    private static int unquoted(String text, String sentence) {
        int at = text.indexOf(sentence);
        while (at >= 0) {
            String before = text.substring(0, at).replace("sender's", "").replace("recipient's", "");
            long quotes = before.chars().filter(c -> c == '\'').count();
            if (quotes % 2 == 0) {
                return at;
            }
            at = text.indexOf(sentence, at + 1);
        }
        return -1;
    }

    /** {@code 'a' or 'b' and 'c'}. */
    private static List<String> quoted(String text, int from) {
        List<String> found = new ArrayList<>();
        int open = from;
        while (open < text.length() && found.size() < MOST_VALUES) {
            String rest = text.substring(open, Math.min(text.length(), open + 6)).stripLeading();
            int quote = text.indexOf('\'', open);
            boolean near = quote >= 0 && (rest.startsWith("'") || rest.startsWith("or '") || rest.startsWith("and '"));
            int close = near ? text.indexOf('\'', quote + 1) : -1;
            if (close < 0) {
                return found;
            }
            found.add('"' + text.substring(quote + 1, close).replace("\"", "") + '"');
            open = close + 1;
        }
        return found;
    }
}
