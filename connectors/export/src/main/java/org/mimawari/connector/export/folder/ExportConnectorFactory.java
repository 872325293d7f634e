package org.mimawari.connector.export.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorFactory;
import org.mimawari.connector.Settings;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.ExportSettings.FolderRole;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Makes connectors of the type {@code export}. Settings: {@code paths}, {@code mailbox}, {@code role} (sent or inbox),
 * {@code zone} and {@code own-domains}; all but the paths may be left out.
 */
public final class ExportConnectorFactory implements ConnectorFactory {

    @Override
    public String type() {
        return "export";
    }

    @Override
    public Connector connector(Settings settings) throws ConnectorException {
        return new ExportConnector(settings(settings, Path::of));
    }

    /** @param finder finds the file or folder of a path that was given */
    static ExportSettings settings(Settings settings, Function<String, Path> finder) throws ConnectorException {
        List<Path> paths = paths(settings.list("paths"), finder);
        OwnDomains ownDomains = new OwnDomains(new LinkedHashSet<>(settings.list("own-domains")));
        return new ExportSettings(paths, mailbox(settings), role(settings), zone(settings), ownDomains);
    }

    private static List<Path> paths(List<String> texts, Function<String, Path> finder) throws ConnectorException {
        if (texts.isEmpty()) {
            throw usage("the setting 'paths' is missing: name at least one file or folder");
        }
        try {
            return texts.stream().map(finder).toList();
        } catch (InvalidPathException e) {
            throw usage("'" + e.getInput() + "' is no path");
        }
    }

    private static Optional<MailboxAddress> mailbox(Settings settings) throws ConnectorException {
        Optional<String> text = settings.find("mailbox");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<MailboxAddress> address = text.flatMap(MailboxAddress::findFull);
        return Optional.of(address.orElseThrow(() -> usage("'" + text.get() + "' is no mailbox address")));
    }

    private static Optional<FolderRole> role(Settings settings) throws ConnectorException {
        Optional<String> text = settings.find("role").map(role -> role.toUpperCase(Locale.ROOT));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (FolderRole role : FolderRole.values()) {
            if (role.name().equals(text.get())) {
                return Optional.of(role);
            }
        }
        throw usage("a folder's role is 'sent' or 'inbox', not '" + settings.text("role") + "'");
    }

    private static ZoneId zone(Settings settings) throws ConnectorException {
        String text = settings.find("zone").orElse("UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw usage("'" + text + "' is no time zone; write one like Asia/Tokyo");
        }
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
