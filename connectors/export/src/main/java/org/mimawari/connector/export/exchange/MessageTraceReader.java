package org.mimawari.connector.export.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.OnlyMailbox;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.connector.export.tree.FirstRecord;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Reads message traces and tracking logs: all rows of a message together are one sent message with all its recipients.
 * Rows of one message may stand anywhere in any file, so the files are read once for every 64 MiB they have, each time
 * for a part of the messages; counts are exact and memory stays bounded. Mail of senders that are not own came in and
 * is only counted as read. Own domains are the operator's, or else found by {@link DomainCensus}.
 */
final class MessageTraceReader implements FormatReader {

    private static final int SURE = 88;
    private static final long BYTES_PER_PASS = 64L << 20;
    private static final int PACKED = 10;
    private static final int MOST_PASSES = 64;
    private static final int MOST_NAMED = 50;

    private final ExportSettings settings;
    private final TraceMake make;
    private final long bytesPerPass;

    MessageTraceReader(ExportSettings settings) {
        this(settings, TraceMake.EXCHANGE, BYTES_PER_PASS);
    }

    MessageTraceReader(ExportSettings settings, long bytesPerPass) {
        this(settings, TraceMake.EXCHANGE, bytesPerPass);
    }

    private MessageTraceReader(ExportSettings settings, TraceMake make, long bytesPerPass) {
        this.settings = settings;
        this.make = make;
        this.bytesPerPass = bytesPerPass;
    }

    /** Reads what Google's email log search found, which is told and counted in the same way. */
    static MessageTraceReader ofGmail(ExportSettings settings) {
        return new MessageTraceReader(settings, TraceMake.GMAIL, BYTES_PER_PASS);
    }

    @Override
    public String format() {
        return make.title();
    }

    @Override
    public String system() {
        return make.system();
    }

    /** Get-MessageTrace: pages of 1,000 to 5,000; the portal: 10,000 to 100,000. */
    @Override
    public Set<Long> limits() {
        return Set.of(1_000L, 2_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L);
    }

    @Override
    public int recognises(Preview preview) {
        return !preview.isBinary() && make.recognises(FirstRecord.of(preview))
                || make == TraceMake.EXCHANGE && isEmptyTrace(preview) ? SURE : 0;
    }

    private static boolean isEmptyTrace(Preview preview) {
        return FirstRecord.around(preview).find("@odata.context").filter(context ->
                context.toLowerCase(Locale.ROOT).contains("messagetraces")).isPresent();
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        OwnDomains own = settings.ownDomains().isEmpty() ? census(sources) : settings.ownDomains();
        int passes = passes(sources);
        for (int pass = 0; pass < passes; pass++) {
            Pass part = new Pass(own, pass, passes, sink);
            for (Source source : sources) {
                part.read(source);
            }
            part.deliver();
        }
    }

    private int passes(List<Source> sources) {
        long bytes = 0;
        for (Source source : sources) {
            try {
                bytes += Files.size(source.path()) * (isPacked(source.name()) ? PACKED : 1);
            } catch (IOException unreadable) {
                continue;
            }
        }
        return (int) Math.min(MOST_PASSES, 1 + bytes / bytesPerPass);
    }

    private static boolean isPacked(String name) {
        return name.endsWith(".gz") || name.endsWith(".zst");
    }

    private static OwnDomains census(List<Source> sources) {
        DomainCensus census = new DomainCensus();
        for (Source source : sources) {
            quietly(source, (record, around, line) -> census.add(TraceRow.of(record)));
        }
        return census.own();
    }

    /** Reads again what is broken in the same place; that was or will be named in the first pass. */
    private static void quietly(Source source, RecordFile.RecordTaker taker) {
        try {
            new RecordFile(taker, (line, why) -> { }).read(source);
        } catch (IOException namedOnce) {
            return;
        }
    }

    /** Reads a file for the first time and learns what it covers. */
    private static final class FirstReading implements RecordFile.RecordTaker {

        private final Pass pass;
        private final Source source;
        private final OnlyMailbox only = new OnlyMailbox();
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> to = Optional.empty();
        private boolean more;
        private String dates = "";

        FirstReading(Pass pass, Source source) {
            this.pass = pass;
            this.source = source;
        }

        @Override
        public void take(Tree record, Tree around, long line) {
            TraceRow row = TraceRow.of(record);
            Optional<MailboxAddress> sender = row.sender().filter(pass.own::contains);
            only.saw(sender);
            row.time().ifPresent(time -> reach(row, time, sender));
            pass.take(source, row, line);
        }

        /** Who receives mail from outside is in the trace, whether he sends any or not. */
        private void reach(TraceRow row, Instant time, Optional<MailboxAddress> sender) {
            extend(time);
            pass.sink.passes(source.name(), sender, time);
            if (sender.isEmpty()) {
                row.recipients().stream().limit(MOST_NAMED).map(TraceRow.Recipient::address)
                        .map(MailboxAddress::findFull).filter(each -> each.filter(pass.own::contains).isPresent())
                        .forEach(receiver -> {
                            only.saw(receiver);
                            pass.sink.passes(source.name(), receiver, time);
                        });
            }
        }

        private void extend(Instant time) {
            from = from.filter(first -> !time.isBefore(first)).or(() -> Optional.of(time));
            to = to.filter(last -> !time.isAfter(last)).or(() -> Optional.of(time));
        }

        @Override
        public void assumesMonthFirst() {
            dates = RecordFile.ASSUMED;
        }

        @Override
        public void page(boolean follows) {
            more = follows;
        }

        Optional<String> reason() {
            return more ? Optional.of(RecordFile.MORE_FOLLOWS) : Optional.empty();
        }
    }

    /** One reading of all files for one part of the messages. */
    private final class Pass {

        private final OwnDomains own;
        private final int part;
        private final int parts;
        private final EvidenceSink sink;
        private final Map<String, TracedMessage> messages = new LinkedHashMap<>();

        Pass(OwnDomains own, int part, int parts, EvidenceSink sink) {
            this.own = own;
            this.part = part;
            this.parts = parts;
            this.sink = sink;
        }

        void read(Source source) {
            if (part > 0) {
                sink.begin("");
                quietly(source, (record, around, line) -> take(source, TraceRow.of(record), line));
                return;
            }
            FirstReading taker = new FirstReading(this, source);
            SourceReading reading = new SourceReading(format(), sink);
            Optional<String> broken = reading.read(source, each -> new RecordFile(taker,
                    (line, why) -> sink.reject(EvidenceRef.line(source.name(), line), why)).read(each));
            Optional<String> reason = broken.or(taker::reason);
            Coverage.State state = reason.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED;
            sink.cover(new Coverage(source.name(), format() + taker.dates, EvidenceKind.SENT_MESSAGE, taker.only.mailbox(), state,
                    reason, taker.from, taker.to, 0));
        }

        private void take(Source source, TraceRow row, long line) {
            String message = row.message();
            if (Math.floorMod(Fingerprint.of(message), parts) != part) {
                return;
            }
            if (row.time().isEmpty() || row.messageId().isEmpty() && row.sender().isEmpty()
                    && row.recipients().isEmpty()) {
                sink.reject(EvidenceRef.line(source.name(), line), row.time().isEmpty()
                        ? "the row has no readable time" : "the row names neither message, sender nor recipient");
                return;
            }
            boolean ours = row.sender().filter(own::contains).isPresent() && row.fate() != TraceRow.Fate.NONE;
            if (sink.admit(row.fingerprint()) && ours) {
                messages.computeIfAbsent(message, any -> begun(row.sender().get(), source, row, line)).add(row);
            }
        }

        private TracedMessage begun(MailboxAddress sender, Source source, TraceRow row, long line) {
            return new TracedMessage(sender, new EvidenceRef(source.name(), "line:" + line, row.messageId()));
        }

        void deliver() {
            messages.values().forEach(message -> message.sent(own).ifPresent(sink::accept));
        }
    }
}
