package org.mimawari.connector.export.google;

import java.util.List;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;

/** The readers of this package, the surest first. */
public final class GoogleFormats {

    private GoogleFormats() {}

    public static List<FormatReader> all(ExportSettings settings) {
        return List.of(new ActivityReader(settings), new GamReportReader(settings), new GamReader(settings),
                new GmailSettingsReader(settings), new ConsoleLogReader(settings));
    }
}
