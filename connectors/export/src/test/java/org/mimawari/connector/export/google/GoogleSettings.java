package org.mimawari.connector.export.google;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.evidence.OwnDomains;

/** Settings for tests of this package: an operator in Tokyo whose domain is {@code corp.example}. */
final class GoogleSettings {

    private GoogleSettings() {}

    static ExportSettings own() {
        return new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneId.of("Asia/Tokyo"),
                OwnDomains.of("corp.example"));
    }
}
