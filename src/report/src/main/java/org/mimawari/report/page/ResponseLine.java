package org.mimawari.report.page;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.ResponseStep;

/** One thing to do: what, why, and with which commands. */
public record ResponseLine(String step, String detail, List<CommandLine> commands) {

    /** A command for a mail system, for the reader to run. */
    public record CommandLine(String system, String line) {}

    static ResponseLine of(ResponseStep step, Optional<MailboxAddress> mailbox, Voice voice) {
        List<CommandLine> commands = voice.commands().of(step, mailbox).stream()
                .map(each -> new CommandLine(voice.wording().phrase("label." + each.system()), each.line())).toList();
        return new ResponseLine(voice.wording().of(step), voice.wording().of(step, ".detail"), commands);
    }
}
