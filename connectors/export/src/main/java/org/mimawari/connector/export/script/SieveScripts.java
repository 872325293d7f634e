package org.mimawari.connector.export.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.sieve.SieveEvidence;
import org.mimawari.sieve.SieveReader;
import org.mimawari.sieve.SieveReading;

/**
 * Sieve scripts as they lie on a mail server or come out of ManageSieve. Which one is active is told by
 * {@code .dovecot.sieve}, a link to it or a copy of it (Pigeonhole's layout); where nothing tells, all are taken to be.
 */
final class SieveScripts implements FormatReader {

    private static final Set<EvidenceKind> KINDS =
            Set.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING, EvidenceKind.AUTO_REPLY);
    private static final Set<String> ACTIVE_NAMES = Set.of(".dovecot.sieve", "dovecot.sieve", "active");

    /** A script with its text, in the order they are read: active ones first. */
    private record Script(Source source, String name, String text, boolean active) {}

    @Override
    public String format() {
        return "Sieve script";
    }

    @Override
    public int recognises(Preview preview) {
        return SieveLook.sureness(preview);
    }

    @Override
    public boolean showsHistory() {
        return false;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        Map<String, List<Source>> byOwner = new TreeMap<>();
        sources.forEach(source -> byOwner.computeIfAbsent(ScriptOwner.of(source).map(MailboxAddress::text)
                .orElse(source.name()), any -> new ArrayList<>()).add(source));
        byOwner.values().forEach(own -> readOwner(own, sink));
    }

    private void readOwner(List<Source> sources, EvidenceSink sink) {
        SourceReading reading = new SourceReading(format(), sink);
        Map<Source, String> texts = new HashMap<>();
        Map<Source, Optional<String>> broken = new HashMap<>();
        for (Source source : sources) {
            broken.put(source, reading.read(source, each -> texts.put(each, text(each))));
        }
        Map<String, String> library = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        texts.forEach((source, text) -> {
            library.put(ScriptOwner.scriptName(source), text);
            places.put(ScriptOwner.scriptName(source), source.name());
        });
        for (Script script : scripts(sources, texts)) {
            SieveReader reader = new SieveReader(name -> Optional.ofNullable(library.get(name)));
            deliver(script, reader.read(script.name(), script.text()), places, sink);
        }
        sources.forEach(source -> KINDS.stream().sorted()
                .forEach(kind -> reading.coverOwned(owned(source), kind, broken.get(source))));
    }

    private static Source owned(Source source) {
        return new Source(source.path(), source.name(), ScriptOwner.of(source), source.folders());
    }

    private static void deliver(Script script, SieveReading reading, Map<String, String> places, EvidenceSink sink) {
        Optional<MailboxAddress> owner = ScriptOwner.of(script.source());
        String whose = owner.map(MailboxAddress::text).orElse(script.source().name());
        boolean blank = !reading.understood() && script.text().isBlank();
        if (!blank && sink.admit(Fingerprint.of("sieve", whose, script.text()))) {
            UnaryOperator<String> sources = name -> name.equals(script.name()) ? script.source().name()
                    : places.getOrDefault(name, script.source().name());
            new SieveEvidence(owner, sources, script.active()).of(script.name(), reading).forEach(sink::accept);
        }
    }

    private static List<Script> scripts(List<Source> sources, Map<Source, String> texts) {
        Optional<Source> pointer = sources.stream().filter(source -> ACTIVE_NAMES.contains(ScriptOwner.fileName(source)))
                .filter(texts::containsKey).findFirst();
        Optional<String> target = pointer.flatMap(SieveScripts::realName);
        List<Script> scripts = new ArrayList<>();
        for (Source source : sources) {
            if (texts.containsKey(source)) {
                boolean active = pointer.isEmpty() || texts.get(source).equals(texts.get(pointer.get()));
                String name = pointer.filter(source::equals).flatMap(any -> target).orElseGet(() -> ScriptOwner.scriptName(source));
                scripts.add(new Script(source, name, texts.get(source), active));
            }
        }
        scripts.sort(Comparator.comparing((Script script) -> !script.active())
                .thenComparing(script -> ACTIVE_NAMES.contains(ScriptOwner.fileName(script.source())))
                .thenComparing(script -> script.source().name()));
        return scripts;
    }

    private static Optional<String> realName(Source pointer) {
        try {
            Path real = pointer.path().toRealPath();
            return real.equals(pointer.path().toAbsolutePath().normalize()) ? Optional.empty()
                    : Optional.of(ScriptOwner.withoutEnding(real.getFileName().toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readNBytes(4 * SieveReader.LONGEST), StandardCharsets.UTF_8);
        }
    }
}
