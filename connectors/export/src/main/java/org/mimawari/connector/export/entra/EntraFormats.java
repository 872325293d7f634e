package org.mimawari.connector.export.entra;

import java.util.List;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;

/** The readers of this package, the surest first. */
public final class EntraFormats {

    private EntraFormats() {}

    public static List<FormatReader> all(ExportSettings settings) {
        return List.of(new EntraLogReader());
    }
}
