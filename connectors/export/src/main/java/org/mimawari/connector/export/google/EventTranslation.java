package org.mimawari.connector.export.google;

/** Turns one event into evidence, or into none where it says nothing about a mailbox. */
@FunctionalInterface
interface EventTranslation {

    void translate(Scene scene);
}
