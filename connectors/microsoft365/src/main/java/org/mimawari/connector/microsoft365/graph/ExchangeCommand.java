package org.mimawari.connector.microsoft365.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;

/** A command that shows something, with all it is told. Nothing of it comes from a configuration. */
public final class ExchangeCommand {

    private static final String EVERYTHING = "Unlimited";

    private final ShowingCommand command;
    private final String value;
    private final boolean hidden;
    private final Optional<MailboxAddress> mailbox;

    private ExchangeCommand(ShowingCommand command, String value, boolean hidden, Optional<MailboxAddress> mailbox) {
        this.command = command;
        this.value = value;
        this.hidden = hidden;
        this.mailbox = mailbox;
    }

    /** Shows everything it can of the tenant. */
    public static ExchangeCommand all(ShowingCommand command) {
        return new ExchangeCommand(command, EVERYTHING, false, Optional.empty());
    }

    /** Shows one thing, if it can show so little. */
    public static ExchangeCommand first(ShowingCommand command) {
        return new ExchangeCommand(command, "1", false, Optional.empty());
    }

    public static ExchangeCommand of(ShowingCommand command, MailboxAddress mailbox) {
        return new ExchangeCommand(command, mailbox.text(), false, Optional.of(mailbox));
    }

    /** The rules of a mailbox with those that Outlook and Graph do not show. */
    public static ExchangeCommand rulesWithHidden(MailboxAddress mailbox) {
        return new ExchangeCommand(ShowingCommand.GET_INBOX_RULE, mailbox.text(), true, Optional.of(mailbox));
    }

    /** What is posted. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Page.JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("CmdletInput");
            json.writeStringField("CmdletName", command.word());
            json.writeObjectFieldStart("Parameters");
            if (!command.parameter().isEmpty()) {
                json.writeStringField(command.parameter(), value);
            }
            if (hidden) {
                json.writeBooleanField("IncludeHidden", true);
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text takes all that is written", e);
        }
        return text.toString();
    }

    /** The mailbox whose server is to answer, where its address may stand in a header. */
    Optional<String> anchor() {
        return mailbox.map(MailboxAddress::text).filter(text -> text.chars().allMatch(c -> c > ' ' && c < 127));
    }
}
