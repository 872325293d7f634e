package org.mimawari.report.summary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.Coverage;

/** Which mail systems the evidence comes from, as far as its formats tell. */
public final class SystemsSeen {

    public static final List<String> ALL = List.of("microsoft", "google", "server");

    private static final Map<String, List<String>> SIGNS = Map.of(
            "microsoft", List.of("Microsoft", "Exchange", "Entra", "Graph", "Get-", "unified-audit"),
            "google", List.of("Google", "Gmail", "GAM"),
            "server", List.of("ostfix", "ovecot", "mail server", "ieve", "IMAP", "Exim", "Sendmail", "Courier"));

    private SystemsSeen() {}

    /** Among {@code microsoft}, {@code google} and {@code server}; all of them where nothing tells. */
    public static Set<String> in(List<Coverage> coverage) {
        Set<String> seen = new LinkedHashSet<>();
        for (String system : ALL) {
            if (coverage.stream().map(Coverage::takenFor).anyMatch(format -> SIGNS.get(system).stream().anyMatch(format::contains))) {
                seen.add(system);
            }
        }
        return seen.isEmpty() ? new LinkedHashSet<>(ALL) : seen;
    }
}
