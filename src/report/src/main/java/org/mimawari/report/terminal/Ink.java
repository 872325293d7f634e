package org.mimawari.report.terminal;

import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Level;

/** Colours of a terminal (ECMA-48 SGR): few, and never the only sign of anything. */
public enum Ink {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    ALARM("1;31"),
    CAUTION("1;33"),
    GOOD("1;32");

    private static final String ESCAPE = "\u001B[";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    public static Ink of(Level level) {
        return switch (level) {
            case CRITICAL, HIGH -> ALARM;
            case MEDIUM -> CAUTION;
            case LOW, INFO -> PLAIN;
        };
    }

    public static Ink of(Verdict verdict) {
        return switch (verdict) {
            case COMPROMISED -> ALARM;
            case SUSPICIOUS, CANNOT_SAY -> CAUTION;
            case NO_SIGN -> GOOD;
        };
    }

    public String on(String text) {
        return this == PLAIN || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
