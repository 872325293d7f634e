package org.mimawari.connector.export.script;

import java.util.List;

/**
 * A recipe of a {@code .procmailrc} (procmailrc(5)), or an assignment between recipes.
 *
 * @param flags letters behind {@code :0}
 * @param conditions without their asterisk
 * @param action the action line, the assignment, or an empty text where a block stands
 * @param block the recipes in braces
 */
record ProcmailRecipe(
        Kind kind, int line, String comment, String flags, List<String> conditions, String action,
        List<ProcmailRecipe> block) {

    enum Kind { RECIPE, ASSIGNMENT }

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    /** True where the message goes on to the recipes behind it even if this one matched. */
    boolean goesOn() {
        return has('c') || has('f') || kind == Kind.ASSIGNMENT || !block.isEmpty();
    }
}
