package org.mimawari.announce.text;

import java.util.List;

/**
 * An announcement in words. Every text is one harmless line: no control or direction characters, no links, limited in
 * length.
 *
 * @param subject the whole in one line
 * @param counts how many are new, graver, resolved
 * @param items the gravest, in order
 * @param remainder counts of what {@code items} leaves out; empty where it leaves out nothing
 * @param failures about the round itself
 * @param footer when, where from, and the announcement's id
 */
public record Digest(String subject, String counts, List<Item> items, List<String> remainder, List<String> failures,
        List<String> footer) {

    /**
     * One incident.
     *
     * @param heading status, level, mailbox
     * @param facts lines with a name: when, what it looks like, what to do, the id
     * @param sentences what was found
     */
    public record Item(String heading, List<String> facts, List<String> sentences) {

        public Item {
            facts = List.copyOf(facts);
            sentences = List.copyOf(sentences);
        }
    }

    public Digest {
        items = List.copyOf(items);
        remainder = List.copyOf(remainder);
        failures = List.copyOf(failures);
        footer = List.copyOf(footer);
    }
}
