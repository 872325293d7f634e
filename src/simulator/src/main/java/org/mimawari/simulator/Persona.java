package org.mimawari.simulator;

/**
 * Somebody, or something, with a mailbox.
 *
 * @param place from where they usually work
 * @param startHour the hour of the day (Tokyo) at which they begin
 */
record Persona(String address, String name, Kind kind, Place place, String client, int startHour) {

    /** How they use mail. */
    enum Kind {
        OFFICE, SALES, NIGHT_SHIFT, TRAVELLER, SHARED, ROBOT, NEWSLETTER;

        boolean isMachine() {
            return this == ROBOT || this == NEWSLETTER;
        }
    }

    String localPart() {
        return address.substring(0, address.indexOf('@'));
    }
}
