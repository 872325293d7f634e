package org.mimawari.sieve;

import org.mimawari.evidence.RuleAction;

/**
 * The branch of a script that is being walked through.
 *
 * @param script the script it stands in, which may be an included one
 * @param name what its rules are called
 * @param meaning the conditions that lead to it
 * @param enabled whether it can be run at all
 * @param kept whether the message was filed or kept on the way to it
 * @param keptLater whether it is when the script goes on behind it
 */
record Branch(String script, String name, Meaning meaning, boolean enabled, boolean kept, boolean keptLater) {

    static Branch of(String script) {
        return new Branch(script, script, Meaning.ALWAYS, true, false, false);
    }

    /** Never run: the conditions that lead here stay visible. */
    Branch under(Meaning further) {
        return further.fixed() == Meaning.Fixed.NEVER ? dead()
                : new Branch(script, name, meaning.and(further), enabled, kept, keptLater);
    }

    Branch named(String other) {
        return new Branch(script, other, meaning, enabled, kept, keptLater);
    }

    Branch in(String included) {
        return new Branch(included, included, meaning, enabled, kept, keptLater);
    }

    Branch dead() {
        return new Branch(script, name, meaning, false, kept, keptLater);
    }

    Branch keeping(boolean now, boolean later) {
        return new Branch(script, name, meaning, enabled, kept || now, later);
    }

    /** Run for every message, so that what it does has surely been done. */
    boolean isCertain() {
        return enabled && meaning.fixed() == Meaning.Fixed.ALWAYS;
    }

    /** RFC 5228 section 2.10.2: filing cancels the implicit keep, and so do these two, without leaving the message. */
    static boolean leavesMessage(RuleAction action) {
        return action.type() == RuleAction.Type.KEEP || action.type() == RuleAction.Type.MOVE;
    }
}
