package org.mimawari.connector.export.script;

import java.util.List;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;

/** The readers of this package, the surest first. */
public final class ScriptFormats {

    private ScriptFormats() {}

    public static List<FormatReader> all(ExportSettings settings) {
        return List.of(new SieveScripts(), new FilterFiles(new EximFilter()), new FilterFiles(new ForwardFile()),
                new FilterFiles(new Procmail()));
    }
}
