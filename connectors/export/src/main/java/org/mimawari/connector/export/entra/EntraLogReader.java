package org.mimawari.connector.export.entra;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.connector.export.tree.FirstRecord;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;

/**
 * Reads sign-ins, directory audit, risk and alerts of Microsoft Entra in all shapes they are exported in, also mixed in
 * one file as event hubs deliver them. Where the same record is in a table and in JSON, the fuller JSON is read first
 * and the table's row counts as its duplicate.
 */
final class EntraLogReader implements FormatReader {

    private static final int SURE = 90;
    /** What an empty list was asked for, from its {@code @odata.context}. */
    private static final List<Map.Entry<String, EntraRecord.Kind>> LISTS = List.of(
            Map.entry("auditlogs/signins", EntraRecord.Kind.SIGN_IN),
            Map.entry("auditlogs/directoryaudits", EntraRecord.Kind.AUDIT),
            Map.entry("riskdetections", EntraRecord.Kind.RISK_DETECTION),
            Map.entry("identityriskevents", EntraRecord.Kind.RISK_DETECTION),
            Map.entry("riskyusers", EntraRecord.Kind.RISKY_USER),
            Map.entry("security/alerts", EntraRecord.Kind.ALERT));

    @Override
    public String format() {
        return "Entra logs";
    }

    @Override
    public String system() {
        return MICROSOFT_365;
    }

    /** A page of Graph has 1,000; the portal gives 100,000 or 250,000. */
    @Override
    public Set<Long> limits() {
        return Set.of(1_000L, 5_000L, 100_000L, 250_000L);
    }

    @Override
    public int recognises(Preview preview) {
        boolean steps = !preview.isBinary() && AuthenticationSteps.recognises(FirstRecord.of(preview));
        return steps || kind(preview) != EntraRecord.Kind.UNKNOWN ? SURE : 0;
    }

    private static EntraRecord.Kind kind(Preview preview) {
        if (preview.isBinary()) {
            return EntraRecord.Kind.UNKNOWN;
        }
        EntraRecord.Kind kind = EntraRecord.of(FirstRecord.of(preview)).kind();
        if (kind != EntraRecord.Kind.UNKNOWN) {
            return kind;
        }
        String list = FirstRecord.around(preview).find("@odata.context").orElse("").toLowerCase(Locale.ROOT);
        return LISTS.stream().filter(known -> list.contains(known.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(EntraRecord.Kind.UNKNOWN);
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        AuditLikeness likeness = new AuditLikeness();
        Map<Source, Integer> detail = new HashMap<>();
        sources.forEach(source -> detail.put(source, detail(source)));
        sources.stream().sorted(Comparator.comparing(detail::get)).forEach(source -> read(source, likeness, sink));
    }

    private void read(Source source, AuditLikeness likeness, EvidenceSink sink) {
        EntraRecords records = new EntraRecords(source, kind(source), likeness, sink);
        Optional<String> broken = new SourceReading(format(), sink).read(source, each -> new RecordFile(records,
                (line, why) -> sink.reject(EvidenceRef.line(source.name(), line), why)).read(each));
        records.cover(broken);
    }

    private static EntraRecord.Kind kind(Source source) {
        try {
            return kind(source.preview());
        } catch (IOException unreadable) {
            return EntraRecord.Kind.UNKNOWN;
        }
    }

    /** How little a file tells of each record: beta JSON 0, other JSON 1, tables 2. */
    private static int detail(Source source) {
        try {
            Preview preview = source.preview();
            if (!preview.looksLikeJson()) {
                return 2;
            }
            Tree first = EntraRecord.of(FirstRecord.of(preview)).fields();
            return first.hasAny("authenticationRequirement", "autonomousSystemNumber", "additionalDetails") ? 0 : 1;
        } catch (IOException unreadable) {
            return 2;
        }
    }
}
