package org.mimawari.connector.imap.managesieve;

import java.util.ArrayList;
import java.util.List;

/** The scripts a server lists: active ones first, then in the server's order, so many and no more; the rest is counted. */
final class ListedScripts {

    private final int most;
    private final List<Listed> active = new ArrayList<>();
    private final List<Listed> inactive = new ArrayList<>();
    private int count;

    /** A script's name and whether the server runs it. */
    record Listed(Item name, boolean active) {}

    ListedScripts(int most) {
        this.most = most;
    }

    /** RFC 5804 section 2.7: a name, and the word ACTIVE behind that of the active script. */
    void take(List<Item> line) {
        if (!line.get(0).isText()) {
            return;
        }
        count++;
        boolean runs = line.stream().skip(1).anyMatch(item -> item.isWord("ACTIVE"));
        List<Listed> fitting = runs ? active : inactive;
        if (fitting.size() < most) {
            fitting.add(new Listed(line.get(0), runs));
        }
    }

    List<Listed> first() {
        List<Listed> all = new ArrayList<>(active);
        all.addAll(inactive);
        return all.subList(0, Math.min(most, all.size()));
    }

    /** All that were listed, also those that are not kept. */
    int count() {
        return count;
    }
}
