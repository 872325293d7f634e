package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * What a source, or a part of it, shows beside its records.
 *
 * @param broken why it could not be read to its end
 * @param more whether it shows that there was more than is in it
 * @param announced how many records its search found, as it says itself; 0 where it does not
 * @param mailboxes whom it is about, as far as that has to be known: two stand for several
 */
record AuditShown(Optional<String> broken, boolean more, long announced, long taken, Set<EvidenceKind> kinds, long cut,
        Set<MailboxAddress> mailboxes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What both parts of one source show together; the other follows this one. */
    AuditShown and(AuditShown other) {
        Set<EvidenceKind> allKinds = EnumSet.noneOf(EvidenceKind.class);
        allKinds.addAll(kinds);
        allKinds.addAll(other.kinds);
        Set<MailboxAddress> all = new HashSet<>(mailboxes);
        all.addAll(other.mailboxes);
        return new AuditShown(broken.or(other::broken), more || other.more, Math.max(announced, other.announced),
                taken + other.taken, allKinds, cut + other.cut, all);
    }

    Optional<MailboxAddress> onlyMailbox() {
        return mailboxes.size() == 1 ? mailboxes.stream().findFirst() : Optional.empty();
    }

    /** The pages of a search may be several files, so all files together must have what it found. */
    Optional<String> why(long takenOfAll) {
        return broken.or(() -> more ? Optional.of(RecordFile.MORE_FOLLOWS) : Optional.empty())
                .or(() -> announced <= takenOfAll ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                        "the search found %,d records, of which %,d are here", announced, takenOfAll)));
    }

    String write() {
        ObjectNode json = JSON.createObjectNode();
        broken.ifPresent(why -> json.put("broken", why));
        json.put("more", more).put("announced", announced).put("taken", taken).put("cut", cut);
        texts(json.putArray("kinds"), kinds.stream().map(EvidenceKind::name).toList());
        texts(json.putArray("mailboxes"), mailboxes.stream().map(MailboxAddress::text).toList());
        return json.toString();
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    static AuditShown read(String written) {
        JsonNode json;
        try {
            json = JSON.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no account of a part of an audit log", e);
        }
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        json.required("kinds").forEach(kind -> kinds.add(EvidenceKind.valueOf(kind.asText())));
        Set<MailboxAddress> mailboxes = new HashSet<>();
        json.required("mailboxes").forEach(mailbox -> mailboxes.add(new MailboxAddress(mailbox.asText())));
        return new AuditShown(json.has("broken") ? Optional.of(json.get("broken").asText()) : Optional.empty(),
                json.required("more").asBoolean(), json.required("announced").asLong(), json.required("taken").asLong(),
                kinds, json.required("cut").asLong(), mailboxes);
    }
}
