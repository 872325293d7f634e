package org.mimawari.connector.export.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mimawari.connector.RawRecords;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.mail.MessageAgain;
import org.mimawari.evidence.EvidenceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records again that are cited by line or by number of message; one pass over each file that holds any. */
final class CitedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(CitedRecords.class);
    private static final String LINE = "line:";
    private static final String MESSAGE = "message:";
    private static final int MOST_DIGITS = 18;
    private static final int BLOCK = 64 * 1024;

    private final Map<String, List<EvidenceRef>> bySource = new HashMap<>();
    private final RawRecords taker;

    CitedRecords(Set<EvidenceRef> wanted, RawRecords taker) {
        wanted.stream().sorted().forEach(ref ->
                bySource.computeIfAbsent(ref.source(), any -> new ArrayList<>()).add(ref));
        this.taker = taker;
    }

    void read(Source source) {
        List<EvidenceRef> refs = bySource.getOrDefault(source.name(), List.of());
        if (refs.isEmpty()) {
            return;
        }
        try {
            SortedMap<Long, EvidenceRef> lines = numbered(refs, LINE);
            SortedMap<Long, EvidenceRef> messages = numbered(refs, MESSAGE);
            if (!lines.isEmpty()) {
                try (InputStream in = new BufferedInputStream(source.open(), BLOCK)) {
                    new CitedLines(in, CitedLines.isTable(source.name())).read(lines, taker);
                }
            }
            if (!messages.isEmpty()) {
                MessageAgain.read(source, messages, taker);
            }
            taker.source(source.name(), Files.size(source.path()), hash(source));
        } catch (IOException e) {
            LOG.warn("{} cannot be read again: {}", source.name(), e.getMessage());
        }
    }

    private static SortedMap<Long, EvidenceRef> numbered(List<EvidenceRef> refs, String prefix) {
        SortedMap<Long, EvidenceRef> numbered = new TreeMap<>();
        for (EvidenceRef ref : refs) {
            number(ref.locator(), prefix).ifPresent(number -> numbered.putIfAbsent(number, ref));
        }
        return numbered;
    }

    private static Optional<Long> number(String locator, String prefix) {
        String digits = locator.startsWith(prefix) ? locator.substring(prefix.length()) : "";
        boolean isNumber = !digits.isEmpty() && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static String hash(Source source) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(source.path()),
                MessageDigest.getInstance("SHA-256"))) {
            byte[] block = new byte[BLOCK];
            while (in.read(block) >= 0) {
                continue;
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
