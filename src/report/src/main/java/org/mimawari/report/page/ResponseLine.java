package org.mimawari.report.page;

import java.util.List;
import org.mimawari.incident.ResponseStep;
import org.mimawari.report.wording.Commands;

/** One thing to do: what, why, and with which commands. */
public record ResponseLine(String step, String detail, List<CommandLine> commands) {

    /** A command for a mail system, for the reader to run. */
    public record CommandLine(String system, String line) {}

    static ResponseLine of(ResponseStep step, Commands.Particulars about, Voice voice) {
        List<CommandLine> commands = voice.commands().of(step, about).stream()
                .map(each -> new CommandLine(voice.wording().phrase("label." + each.system()), each.line())).toList();
        return new ResponseLine(voice.wording().of(step), voice.wording().of(step, ".detail"), commands);
    }
}
