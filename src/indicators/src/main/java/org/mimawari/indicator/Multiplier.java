package org.mimawari.indicator;

/** A named factor that makes a finding count for more or less. */
public record Multiplier(String name, double value) {

    /** The mailbox's owner usually comes from there with that client. The factor depends on the family. */
    public static Multiplier habitualSource(Family family) {
        return new Multiplier("habitual-source", switch (family) {
            case SIGN_IN -> 0.4;
            case SENT -> 0.45;
            case TAMPER, EXFIL -> 0.7;
            default -> 0.6;
        });
    }

    /** Where it came from is not known, as in a Sent folder. */
    public static final Multiplier UNKNOWN_SOURCE = new Multiplier("unknown-source", 0.9);

    /** A setting that was already there at the first look. */
    public static final Multiplier UNDATED_STATE = new Multiplier("undated-state", 0.8);

    /** Fewer than 14 days of history behind a statistical judgement. */
    public static final Multiplier COLD_START = new Multiplier("cold-start", 0.6);

    /** Done by an administrator. */
    public static final Multiplier ADMIN_ACTOR = new Multiplier("admin-actor", 0.5);

    /** The operator approved it; the finding counts for nothing but is still shown. */
    public static final Multiplier APPROVED = new Multiplier("approved", 0);

    /** A circumstance that makes the finding weightier or lighter, for example {@code freemail} ×1.2. */
    public static Multiplier modifier(String name, double value) {
        return new Multiplier(name, value);
    }

    /** True for the factors that mean: this looks like the owner. */
    public boolean isHabitual() {
        return name.equals("habitual-source");
    }
}
