package org.mimawari.connector.export.folder;

import java.util.List;
import java.util.stream.Stream;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.entra.EntraFormats;
import org.mimawari.connector.export.exchange.ExchangeFormats;
import org.mimawari.connector.export.google.GoogleFormats;
import org.mimawari.connector.export.mail.MailFormats;
import org.mimawari.connector.export.microsoft.MicrosoftFormats;
import org.mimawari.connector.export.script.ScriptFormats;
import org.mimawari.connector.export.serverlog.ServerLogFormats;

/** The one list of formats; where two are equally sure of a file, the earlier one takes it. */
public final class FormatReaders {

    private FormatReaders() {}

    public static List<FormatReader> all(ExportSettings settings) {
        return Stream.of(MicrosoftFormats.all(settings), EntraFormats.all(settings), ExchangeFormats.all(settings),
                GoogleFormats.all(settings), ServerLogFormats.all(settings), MailFormats.all(settings),
                ScriptFormats.all(settings)).flatMap(List::stream).toList();
    }
}
