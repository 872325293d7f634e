package org.mimawari.cli;

import java.util.ArrayList;
import java.util.Arrays;
import org.mimawari.report.wording.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that chooses the language. */
final class LanguageOption {

    @Option(names = "--lang", paramLabel = "en|ja", converter = Codes.class, completionCandidates = Tags.class,
            description = "Language: en or ja. Default: en.")
    private Language language = Language.ENGLISH;

    Language language() {
        return language;
    }

    /** What a shell offers. */
    static final class Tags extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Tags() {
            super(Arrays.stream(Language.values()).map(Language::tag).toList());
        }
    }

    /** Reads a language by its code (ISO 639-1). */
    static final class Codes implements ITypeConverter<Language> {

        @Override
        public Language convert(String code) {
            return Language.find(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code + "' is neither en nor ja"));
        }
    }
}
