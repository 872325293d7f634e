package org.mimawari.connector.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Looks through what only carries records of a known format: search results of log systems (Splunk, Elastic, Wazuh and
 * others), tables with the original record in a column, and what PowerShell prints or keeps of objects. Everything else
 * passes unchanged.
 */
final class Carriers {

    private static final int LOOK = 16 * 1024;
    private static final List<String> KEYS = List.of("\"_raw\"", "\"_source\"", "\"event.original\"", "\"original\"",
            "\"o365\"", "\"office365\"", "\"full_log\"", "\"RawEventData\"", "\"textPayload\"", "\"logEvents\"",
            "\"ingestionTime\"", "\"EnqueuedTimeUtc\"", "\"@timestamp\"", "\"schema\":", "\"Schema\":");

    private Carriers() {}

    /** True where the file only carries records of another format. */
    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return unwrapped(in) instanceof CarriedText;
        }
    }

    static InputStream unwrapped(InputStream raw) {
        PatientInput patient = new PatientInput(raw);
        byte[] block = new byte[LOOK];
        byte[] head = Arrays.copyOf(block, patient.fill(block, 0));
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), patient.rest());
        String text = new String(head, StandardCharsets.UTF_8);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            if (CarriedTables.isIn(text)) {
                return new CarriedText(new CarriedTables(whole), whole);
            }
            return KEYS.stream().anyMatch(text::contains) ? new CarriedText(new CarriedJson(whole), whole) : whole;
        }
        if (start.startsWith("<Objs ") || start.startsWith("<?xml") && start.contains("<Objs ")) {
            return new CarriedText(new ShellXml(whole), whole);
        }
        if (MailFilterXml.isIn(start)) {
            return new CarriedText(new MailFilterXml(whole), whole);
        }
        if (CarriedColumn.isIn(text)) {
            return new CarriedText(new CarriedColumn(whole), whole);
        }
        return ShellList.isIn(text) ? new CarriedText(new ShellList(whole), whole) : whole;
    }
}
