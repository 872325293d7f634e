package org.mimawari.indicator.network;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.indicator.words.FactList;
import org.mimawari.indicator.words.TextMemory;

/** The names by which programs and attack tools announce themselves. Immutable. */
public final class AutomationAgents {

    private static final Set<String> PACKAGED = FactList.load("automation-agents").keys();
    private static final int LONGEST = 400;

    private final List<String> names;
    private final TextMemory<Boolean> judged = new TextMemory<>(this::isListed);

    private AutomationAgents(Set<String> names) {
        this.names = names.stream().sorted().toList();
    }

    public static AutomationAgents packaged() {
        return new AutomationAgents(PACKAGED);
    }

    /** True where a listed name begins a word of the client's text and is not the start of a longer word. */
    public boolean matches(String client) {
        return judged.of(client);
    }

    private boolean isListed(String client) {
        String lower = client.substring(0, Math.min(client.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> occurs(name, lower));
    }

    private static boolean occurs(String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = name.endsWith("/") || end == text.length() || !Character.isLetter(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
