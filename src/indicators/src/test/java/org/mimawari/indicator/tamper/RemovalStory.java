package org.mimawari.indicator.tamper;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailRemoval.RemovedItem;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.exfil.AccessStory;

/** Tells who removed which mail from where. */
final class RemovalStory {

    private RemovalStory() {}

    static MailRemoval removal(MailboxStory story, String time, String ip, MailRemoval.Type type, RemovedItem item) {
        return new MailRemoval(story.at(time), type, Optional.of("\\Sent Items"), Optional.of("\\RSS フィード"), List.of(item), 1,
                AccessStory.from(ip));
    }

    static RemovedItem subject(String text) {
        return new RemovedItem(Optional.of(text), Optional.empty());
    }

    static RemovedItem message(String id) {
        return new RemovedItem(Optional.empty(), Optional.of(id));
    }
}
