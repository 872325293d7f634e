package org.mimawari.report.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.mimawari.evidence.Words;

/**
 * The words of one language: every constant a result can hold, every heading and every remark. A phrase names what is
 * put into it as {@code {0}}, {@code {1}}.
 */
public final class Wording {

    private static final int LONGEST_UNKNOWN = 60;

    private final Language language;
    private final Properties phrases;
    private final Reasons reasons;

    private Wording(Language language, Properties phrases) {
        this.language = language;
        this.phrases = phrases;
        this.reasons = new Reasons(language == Language.ENGLISH ? this : in(Language.ENGLISH), this::find);
    }

    public static Wording in(Language language) {
        Properties phrases = new Properties();
        String name = "/org/mimawari/report/wording." + language.tag() + ".properties";
        try (InputStream in = Wording.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the packaged words " + name + " are missing");
            }
            phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged words " + name, e);
        }
        return new Wording(language, phrases);
    }

    public Language language() {
        return language;
    }

    /** The phrase of a constant: {@code Level.HIGH} is {@code level.high}. */
    public String of(Enum<?> constant) {
        return of(constant, "");
    }

    /** A further phrase about a constant, such as {@code step.reset-password.detail} for {@code ".detail"}. */
    public String of(Enum<?> constant, String further) {
        return phrase(topic(constant) + "." + Words.of(constant) + further);
    }

    /**
     * The phrase with its places filled in.
     *
     * @throws IllegalArgumentException where there is no such phrase
     */
    public String phrase(String key, String... values) {
        String phrase = find(key).orElseThrow(() -> new IllegalArgumentException(
                "there is no phrase " + key + " in " + language.tag()));
        return values.length == 0 ? phrase
                : Sentence.fill(phrase, place -> Optional.of(values[Integer.parseInt(place)]));
    }

    /** The phrase for one or for many: {@code key.one} where there is one and the language tells them apart. */
    public String counted(String key, long count, String written) {
        return count == 1 && find(key + ".one").isPresent() ? phrase(key + ".one", written) : phrase(key, written);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(phrases.getProperty(key));
    }

    /** The name of a factor; one this version has no words for keeps its own name, with spaces. */
    public String multiplier(String name) {
        return find("multiplier." + name).orElseGet(() -> VisibleText.of(name, LONGEST_UNKNOWN).replace('-', ' '));
    }

    /** A remark about the run; one this version has no words for is shown as it is. */
    public String note(String id, String value) {
        return find("note." + id).map(phrase -> phrase.replace("{0}", value))
                .orElseGet(() -> VisibleText.of(id, LONGEST_UNKNOWN) + (value.isEmpty() ? "" : ": " + value));
    }

    /** A reason for missing evidence: translated where the program itself gave it, else as the connector wrote it. */
    public String reason(String english) {
        if (language == Language.ENGLISH) {
            return Singular.ofNumbers(english);
        }
        return reasons.translated(english);
    }

    Set<String> keys() {
        return phrases.stringPropertyNames();
    }

    private static String topic(Enum<?> constant) {
        return switch (constant.getDeclaringClass().getSimpleName()) {
            case "EvidenceKind" -> "kind";
            case "AttackStage" -> "stage";
            case "ResponseStep" -> "step";
            case "Hypothesis" -> "cause";
            case "State" -> "coverage";
            case "MailboxKind" -> "mailbox-kind";
            default -> constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
