package org.mimawari.connector.export.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.BrokenOffException;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/** Filter files of one language as they lie in users' home folders. One file is one record. */
final class FilterFiles implements FormatReader {

    private static final int LONGEST = 1 << 20;
    private static final Set<EvidenceKind> KINDS =
            Set.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING, EvidenceKind.AUTO_REPLY);

    private final FilterLanguage language;

    FilterFiles(FilterLanguage language) {
        this.language = language;
    }

    @Override
    public String format() {
        return language.format();
    }

    @Override
    public int recognises(Preview preview) {
        return preview.isBinary() ? 0 : language.sureness(preview);
    }

    /** Every file stands by itself. */
    @Override
    public Set<Source> concerned(List<Source> all, Set<Source> changed) {
        return changed;
    }

    @Override
    public boolean showsHistory() {
        return false;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        SourceReading reading = new SourceReading(format(), sink);
        for (Source source : sources) {
            Optional<MailboxAddress> owner = ScriptOwner.of(source);
            Source owned = new Source(source.path(), source.name(), owner, source.folders());
            Optional<String> broken = reading.read(owned, each -> read(each, sink));
            KINDS.stream().sorted().forEach(kind -> reading.coverOwned(owned, kind, broken));
        }
    }

    private void read(Source source, EvidenceSink sink) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
        String whose = source.owner().map(MailboxAddress::text).orElse(source.name());
        if (sink.admit(Fingerprint.of(format(), whose, text))) {
            FilterOrigin origin = new FilterOrigin(source.owner(), source.name(), ScriptOwner.fileName(source));
            language.read(text, origin).forEach(sink::accept);
        }
        if (bytes.length > LONGEST) {
            throw new BrokenOffException("the file is longer than " + LONGEST + " octets");
        }
    }
}
