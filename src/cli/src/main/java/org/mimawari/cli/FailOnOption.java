package org.mimawari.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Level;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says from which level on an incident is worth an exit code. */
final class FailOnOption {

    @Option(names = "--fail-on", paramLabel = "LEVEL", converter = Levels.class,
            completionCandidates = LevelWords.class,
            description = "The lowest level that makes the exit code 3: info, low, medium, high or critical. "
                    + "Default: high.")
    private Level level = Level.HIGH;

    Level level() {
        return level;
    }

    private static List<String> words() {
        return Arrays.stream(Level.values()).map(Words::of).toList();
    }

    /** What a shell offers. */
    static final class LevelWords extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        LevelWords() {
            super(words());
        }
    }

    /** Reads a level in capitals or not. */
    static final class Levels implements ITypeConverter<Level> {

        @Override
        public Level convert(String word) {
            return Arrays.stream(Level.values()).filter(level -> Words.of(level).equalsIgnoreCase(word.strip()))
                    .findFirst().orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                            + String.join(", ", words())));
        }
    }
}
