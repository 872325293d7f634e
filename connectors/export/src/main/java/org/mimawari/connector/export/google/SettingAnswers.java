package org.mimawari.connector.export.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/**
 * Translates the settings that the Gmail API and the Directory API list, one by one, as they come from the service itself.
 * Whatever a setting holds, it passes exactly once through {@code admit} or {@code reject} of the sink.
 */
public final class SettingAnswers {

    /** The list a setting stands in, or what a single answer is. */
    public enum Of {
        FILTERS(SettingKind.FILTER), FORWARDING_ADDRESSES(SettingKind.FORWARDING_ADDRESS),
        AUTO_FORWARDING(SettingKind.AUTO_FORWARDING), SEND_AS(SettingKind.SEND_AS), DELEGATES(SettingKind.DELEGATE),
        VACATION(SettingKind.VACATION), IMAP(SettingKind.IMAP), POP(SettingKind.POP), TOKENS(SettingKind.TOKEN),
        APPLICATION_PASSWORDS(SettingKind.APPLICATION_PASSWORD), USERS(SettingKind.USER);

        private final SettingKind kind;

        Of(SettingKind kind) {
            this.kind = kind;
        }
    }

    private final String source;
    private final EvidenceSink sink;
    private GmailLabels labels = GmailLabels.UNKNOWN;

    /** @param source how reports cite the list */
    public SettingAnswers(String source, EvidenceSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** Remembers what labels are called, from the answer the parser stands on: filters name them by id. */
    public void remember(JsonParser labelList) throws IOException {
        labels = JsonTree.read(labelList).map(answer -> GmailLabels.of(answer.path("labels"))).orElse(labels);
    }

    /**
     * Translates the setting the parser stands on; the parser is then at its end.
     *
     * @param mailbox whose setting it is; for users, the one it names
     */
    public void take(Of list, Optional<MailboxAddress> mailbox, JsonParser parser) throws IOException {
        JsonNode setting = JsonTree.read(parser).orElse(JsonNodeFactory.instance.missingNode());
        Optional<String> id = JsonTree.text(setting, "id");
        EvidenceRef ref = new EvidenceRef(source, id.map(known -> "record:" + known).orElse("record"), id);
        if (!setting.isObject()) {
            sink.reject(ref, "not a setting of the list");
            return;
        }
        Optional<MailboxAddress> whose = mailbox.or(() -> SettingRecords.owner(setting, Optional.empty()));
        list.kind.translate(new SettingScene(whose, ref, setting, labels, sink));
    }
}
