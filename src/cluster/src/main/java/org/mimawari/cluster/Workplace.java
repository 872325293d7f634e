package org.mimawari.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.mimawari.cluster.files.HadoopFiles;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.connector.export.folder.ExportParts;
import org.mimawari.scan.MmdbPlaces;
import org.mimawari.scan.PlaceTable;

/**
 * What every machine needs to read parts as any other would.
 *
 * @param exports the settings of each export connector
 * @param places names of the tables of places that each machine was given
 */
record Workplace(List<Map<String, List<String>>> exports, List<String> places) implements Serializable {

    private static final Pattern FAR = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/");

    /** Tables of places that may be none. */
    interface Places extends AutoCloseable {

        PlaceTable table();

        @Override
        void close();
    }

    static Workplace of(List<Map<String, List<String>>> exports, List<String> places) {
        List<Map<String, List<String>>> copies = new ArrayList<>();
        for (Map<String, List<String>> each : exports) {
            Map<String, List<String>> copy = new HashMap<>();
            each.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
            copies.add(copy);
        }
        return new Workplace(copies, new ArrayList<>(places));
    }

    List<ExportParts> parts() throws ConnectorException {
        List<ExportParts> parts = new ArrayList<>();
        for (Map<String, List<String>> each : exports) {
            parts.add(new ExportParts(new Settings(each), Workplace::path));
        }
        return parts;
    }

    /**
     * Where a file is: of this machine, or of any file system that Hadoop knows.
     *
     * @throws InvalidPathException where there is no such file system
     */
    static Path path(String text) {
        if (!FAR.matcher(text).lookingAt()) {
            return Path.of(text);
        }
        try {
            URI uri = new org.apache.hadoop.fs.Path(text).toUri();
            return uri.getScheme().equals("file") ? Path.of(uri) : HadoopFiles.path(uri, hadoop());
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidPathException(text, String.valueOf(e.getMessage()));
        }
    }

    private static Configuration hadoop() {
        return SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    }

    /** @throws UncheckedIOException where a table cannot be read, which must not pass for one that knows no place */
    Places openPlaces() {
        if (places.isEmpty()) {
            return new Places() {

                @Override
                public PlaceTable table() {
                    return PlaceTable.NONE;
                }

                @Override
                public void close() {}
            };
        }
        MmdbPlaces opened = opened();
        return new Places() {

            @Override
            public PlaceTable table() {
                return opened;
            }

            @Override
            public void close() {
                try {
                    opened.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private MmdbPlaces opened() {
        try {
            return new MmdbPlaces(places.stream().map(SparkFiles::get).map(Path::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a table of places", e);
        }
    }
}
