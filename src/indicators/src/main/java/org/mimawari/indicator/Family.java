package org.mimawari.indicator;

/** Groups of indicators that say the same kind of thing; a family counts only up to its cap. */
public enum Family {
    RULES("RULES", 0.80),
    FORWARDING("FORWARDING", 0.75),
    SIGN_IN("SIGN-IN", 0.60),
    SENT("SENT", 0.80),
    BOUNCE("BOUNCE", 0.70),
    ACCESS("ACCESS", 0.75),
    EXFIL("EXFIL", 0.55),
    TAMPER("TAMPER", 0.55),
    POSTURE("POSTURE", 0.12);

    private final String word;
    private final double cap;

    Family(String word, double cap) {
        this.word = word;
        this.cap = cap;
    }

    public String word() {
        return word;
    }

    /** The most this family can add, 0 to 1. */
    public double cap() {
        return cap;
    }
}
