package org.mimawari.connector.imap.managesieve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a command ended (RFC 5804 section 1.2), with the lines that came before. */
record Answer(Ending ending, List<List<Item>> lines, Optional<String> code) {

    /** The three words that end an answer. */
    enum Ending { OK, NO, BYE }

    /** RFC 5804 section 1.3; others are the server's own words and are not repeated. */
    private static final Set<String> KNOWN = Set.of("AUTH-TOO-WEAK", "ENCRYPT-NEEDED", "QUOTA", "QUOTA/MAXSCRIPTS",
            "QUOTA/MAXSIZE", "REFERRAL", "TRANSITION-NEEDED", "TRYLATER", "ACTIVE", "NONEXISTENT", "ALREADYEXISTS");

    /** The ending that this line is; empty for a line of data. */
    static Optional<Ending> ending(List<Item> line) {
        for (Ending each : Ending.values()) {
            if (line.get(0).isWord(each.name())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static Answer of(Ending ending, List<Item> line) {
        Optional<String> code = line.stream().filter(item -> item.kind() == Item.Kind.CODE).findFirst()
                .map(item -> item.octets().strip().split(" ", 2)[0].toUpperCase(Locale.ROOT)).filter(KNOWN::contains);
        return new Answer(ending, List.of(), code);
    }

    /** Itself where the command was carried out. */
    Answer orRefuse(String what) throws SieveRefusal {
        if (ending == Ending.OK) {
            return this;
        }
        throw new SieveRefusal(what + code.map(word -> " (" + word + ")").orElse(ending == Ending.BYE ? " (BYE)" : ""));
    }
}
