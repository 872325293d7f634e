package org.mimawari.report.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mimawari.connector.RawRecords;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.indicator.Citation;
import org.mimawari.report.json.SafeJson;
import org.mimawari.scan.ScanResult;

/**
 * The records that findings of incidents cite, as their sources hold them, one a line with its hash. Where
 * a record could not be read again, or all together were too much, its line says so.
 */
public final class CitedRecordsFile implements RawRecords {

    private static final long MOST_BYTES = 64L << 20;

    private record Raw(byte[] bytes, boolean whole) {}

    private record File(long size, String sha256) {}

    private final Set<EvidenceRef> wanted;
    private final SortedMap<EvidenceRef, Raw> records = new TreeMap<>();
    private final SortedMap<String, File> sources = new TreeMap<>();
    private final Set<EvidenceRef> tooMuch = new TreeSet<>();
    private long left = MOST_BYTES;

    public CitedRecordsFile(ScanResult result) {
        wanted = result.incidents().stream().flatMap(incident -> incident.findings().stream())
                .flatMap(finding -> finding.citation().sample().stream()).map(Citation.Cited::ref)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<EvidenceRef> wanted() {
        return wanted;
    }

    @Override
    public void record(EvidenceRef ref, byte[] bytes, boolean whole) {
        if (records.containsKey(ref)) {
            return;
        }
        if (bytes.length > left) {
            tooMuch.add(ref);
        } else {
            left -= bytes.length;
            records.put(ref, new Raw(bytes.clone(), whole));
        }
    }

    @Override
    public void source(String name, long size, String sha256) {
        sources.putIfAbsent(name, new File(size, sha256));
    }

    /** One line for each cited record, in the order of sources and places. */
    public void write(OutputStream out) throws IOException {
        try (SafeJson json = SafeJson.lines(out)) {
            for (EvidenceRef ref : wanted) {
                json.begin();
                json.text("source", ref.source());
                json.text("locator", ref.locator());
                json.text("recordId", ref.recordId());
                if (records.containsKey(ref)) {
                    raw(json, records.get(ref));
                } else {
                    json.text("missing", tooMuch.contains(ref) ? "all cited records together are too large to keep"
                            : "it could not be read again from its source");
                }
                json.end();
            }
        }
    }

    private static void raw(SafeJson json, Raw raw) throws IOException {
        json.number("bytes", raw.bytes().length);
        json.flag("whole", raw.whole());
        json.text("sha256", Hashes.of(raw.bytes()));
        Optional<String> text = text(raw.bytes());
        if (text.isPresent()) {
            json.verbatim("text", text.get());
        } else {
            json.verbatim("base64", Base64.getEncoder().encodeToString(raw.bytes()));
        }
    }

    /** The text that gives exactly these bytes in UTF-8, where there is one. */
    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** One line for each file that holds a cited record: its size and hash when the bundle was made. */
    public void writeSources(OutputStream out) throws IOException {
        try (SafeJson json = SafeJson.lines(out)) {
            for (var source : sources.entrySet()) {
                json.begin();
                json.text("source", source.getKey());
                json.number("bytes", source.getValue().size());
                json.text("sha256", source.getValue().sha256());
                json.end();
            }
        }
    }
}
