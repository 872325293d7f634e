package org.mimawari.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.report.wording.Language;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what to write where. */
final class OutputOptions {

    /** What a scan can write. */
    enum Format { TERMINAL, JSON, HTML, CSV, RECIPIENTS, NOTICE, OCSF, ECS, SARIF, STIX }

    private static final Set<Format> USUAL = EnumSet.of(Format.TERMINAL, Format.JSON, Format.HTML, Format.CSV,
            Format.RECIPIENTS, Format.NOTICE);

    @Option(names = {"-o", "--output"}, paramLabel = "DIR",
            description = "Folder for report.json, report.html, timeline.csv, recipients.csv and the like; made where it is missing.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--format", split = ",", paramLabel = "FORMAT",
            description = "What to write: terminal, json, html, csv (a timeline), recipients (whom to tell, as CSV), notice "
                    + "(drafts of what to tell them), ocsf, ecs (events for a SIEM, one a line), sarif, stix. "
                    + "Default: terminal, and with -o json, html, csv, recipients and notice too.")
    private Set<Format> formats = EnumSet.noneOf(Format.class);

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--all", description = "Name mailboxes with weak signs (LOW) on the terminal too.")
    private boolean all;

    Optional<Path> folder() {
        return folder;
    }

    Language language() {
        return language.language();
    }

    boolean all() {
        return all;
    }

    /** What to write, given whether there is a folder to write into. */
    Set<Format> formats(boolean toFolder) {
        if (!formats.isEmpty()) {
            return formats;
        }
        return toFolder ? USUAL : EnumSet.of(Format.TERMINAL);
    }
}
