package org.mimawari.connector.export.mail;

import java.util.List;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;

/** The readers of this package, the surest first. */
public final class MailFormats {

    private MailFormats() {}

    public static List<FormatReader> all(ExportSettings settings) {
        return List.of(new MboxFormat(settings), new MessageFormat(settings));
    }
}
