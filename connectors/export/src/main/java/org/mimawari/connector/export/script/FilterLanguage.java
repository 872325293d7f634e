package org.mimawari.connector.export.script;

import java.util.List;
import org.mimawari.connector.export.Preview;
import org.mimawari.evidence.Evidence;

/** A language in which users of a Unix mail server say what happens to their mail. Reading never throws, nor runs anything. */
interface FilterLanguage {

    /** What the coverage table says such a file was taken for. */
    String format();

    /** How sure it is that a file is written in it: 0 not at all, 100 certain. */
    int sureness(Preview preview);

    /** What the text does, in its order. */
    List<Evidence> read(String text, FilterOrigin origin);
}
