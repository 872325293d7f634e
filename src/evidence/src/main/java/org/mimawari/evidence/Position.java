package org.mimawari.evidence;

/** A point on the earth in degrees; latitude −90 to 90, longitude −180 to 180. */
public record Position(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0;

    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no point on the earth: " + latitude + ", " + longitude);
        }
    }

    /** The great-circle distance in kilometres (haversine). */
    public double kilometresTo(Position other) {
        double latitudes = Math.toRadians(other.latitude - latitude);
        double longitudes = Math.toRadians(other.longitude - longitude);
        double a = Math.pow(Math.sin(latitudes / 2), 2)
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(longitudes / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
