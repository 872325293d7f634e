package org.mimawari.report.wording;

import java.util.Locale;
import java.util.Optional;

/** A language reports can be read in. */
public enum Language {
    ENGLISH("en"),
    JAPANESE("ja");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language of a BCP 47 tag such as {@code ja} or {@code ja-JP}; empty where there are no words for it. */
    public static Optional<Language> find(String tag) {
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.tag.equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** {@code en} or {@code ja}, as in the {@code lang} attribute and in the pages of the indicators. */
    public String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
