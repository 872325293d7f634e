package org.mimawari.simulator;

/** Where a connection comes from, as a provider's sign-in log describes it. */
record Place(String ip, String country, String city, int network, double latitude, double longitude) {

    static final Place OFFICE = new Place("192.0.2.10", "JP", "Tokyo", 64500, 35.68, 139.76);
    static final Place DATA_CENTRE = new Place("192.0.2.40", "JP", "Tokyo", 64500, 35.68, 139.76);
    static final Place HOTEL = new Place("198.51.100.140", "US", "San Jose", 64510, 37.34, -121.89);

    static Place home(int number) {
        return new Place("192.0.2." + (100 + number), "JP", "Yokohama", 64501, 35.44, 139.64);
    }
}
