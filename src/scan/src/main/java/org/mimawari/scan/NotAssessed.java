package org.mimawari.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Assessment;

/** Collects which indicators could not be assessed, and says it once where it holds for every mailbox. */
final class NotAssessed {

    private static final int MOST_PER_INDICATOR = 100;

    private record Key(String indicator, List<Gap> missing) {}

    private final Map<Key, List<MailboxAddress>> mailboxes = new HashMap<>();
    private int all;

    void add(MailboxAddress mailbox, List<Assessment.NotAssessed> assessments) {
        all++;
        for (Assessment.NotAssessed missing : assessments) {
            mailboxes.computeIfAbsent(new Key(missing.indicator().id(), missing.missing()), any -> new ArrayList<>())
                    .add(mailbox);
        }
    }

    List<NotAssessedEntry> entries() {
        List<NotAssessedEntry> entries = new ArrayList<>();
        mailboxes.forEach((key, each) -> {
            if (each.size() == all || each.size() > MOST_PER_INDICATOR) {
                entries.add(new NotAssessedEntry(key.indicator(), Optional.empty(), key.missing()));
            } else {
                each.forEach(m -> entries.add(new NotAssessedEntry(key.indicator(), Optional.of(m), key.missing())));
            }
        });
        entries.sort(Comparator.comparing(NotAssessedEntry::indicator)
                .thenComparing(entry -> entry.mailbox().map(MailboxAddress::text).orElse(""))
                .thenComparing(entry -> entry.missing().toString()));
        return entries;
    }
}
