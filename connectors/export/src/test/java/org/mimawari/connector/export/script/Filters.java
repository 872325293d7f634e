package org.mimawari.connector.export.script;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;

/** Reads filter texts of info@shop.example for tests. */
final class Filters {

    private Filters() {}

    static List<Evidence> read(FilterLanguage language, String text) {
        return language.read(text, new FilterOrigin(Optional.of(new MailboxAddress("info@shop.example")), "home/info/f", "f"));
    }

    static List<MailboxRule> rules(FilterLanguage language, String text) {
        return read(language, text).stream().filter(MailboxRule.class::isInstance).map(MailboxRule.class::cast).toList();
    }
}
