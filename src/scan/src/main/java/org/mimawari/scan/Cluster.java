package org.mimawari.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.ConnectorException;

/**
 * Has a scan done by many machines. An optional part of the program, found as a service; each machine does with its
 * part what one would do with all, so the result is that of a {@link Scan}.
 */
public interface Cluster {

    /**
     * What to scan where.
     *
     * @param master which cluster, as its own tools name it; empty where whoever started this program has said so
     * @param exports the settings of export connectors: evidence lies in files, and nothing else is asked
     * @param places tables of places, which every machine is given
     * @param tables where to write findings and coverage as tables; nowhere where empty
     */
    record Order(String master, ScanSettings settings, List<Map<String, List<String>>> exports, List<Path> places,
            Optional<String> tables) {

        public Order {
            exports = List.copyOf(exports);
            places = List.copyOf(places);
        }
    }

    /**
     * Scans. What cannot be read is named in the result, as ever.
     *
     * @throws ConnectorException where the order cannot be carried out as it was given
     * @throws IOException where the cluster gives up
     */
    ScanResult scan(Order order, Clock clock, Progress progress, String version) throws ConnectorException, IOException;
}
