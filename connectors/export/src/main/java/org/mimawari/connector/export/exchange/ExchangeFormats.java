package org.mimawari.connector.export.exchange;

import java.util.List;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;

/** The readers of this package, the surest first. */
public final class ExchangeFormats {

    private ExchangeFormats() {}

    public static List<FormatReader> all(ExportSettings settings) {
        return List.of(new MessageTraceReader(settings), MessageTraceReader.ofGmail(settings),
                new SettingsReader(settings));
    }
}
