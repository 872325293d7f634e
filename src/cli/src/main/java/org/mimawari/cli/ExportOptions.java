package org.mimawari.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mimawari.connector.ConnectorException;
import picocli.CommandLine.Option;

/** The options that say which exported evidence to read, and how. */
final class ExportOptions {

    private static final Pattern DOMAIN = Pattern.compile("@?[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?");

    @Option(names = "--export", arity = "1..*", paramLabel = "PATH",
            description = "Files or folders with exported evidence; .gz and .zst are unpacked, formats are recognised by content.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--own-domain", split = ",", paramLabel = "DOMAIN",
            description = "A mail domain of the organisation; repeat it or separate several by commas. Inferred where it is not given.")
    private List<String> ownDomains = new ArrayList<>();

    @Option(names = "--mailbox", paramLabel = "ADDRESS",
            description = "Whose mail it is, where no parent folder is named by an address.")
    private Optional<String> mailbox = Optional.empty();

    @Option(names = "--role", paramLabel = "sent|inbox",
            description = "What mail folders hold, where their names do not tell.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE",
            description = "Time zone of the organisation, of the report, and of logs whose stamps carry none. "
                    + "Default: Asia/Tokyo for .jp domains, else this machine's.")
    private Optional<String> zone = Optional.empty();

    List<String> paths() {
        return paths;
    }

    /** @throws ConnectorException where one of them cannot be a mail domain */
    List<String> ownDomains() throws ConnectorException {
        for (String domain : ownDomains) {
            if (!DOMAIN.matcher(domain.strip()).matches()) {
                throw new ConnectorException(ConnectorException.Problem.USAGE,
                        "--own-domain '" + domain + "' is no mail domain: write it as example.co.jp");
            }
        }
        return ownDomains;
    }

    Optional<String> zone() {
        return zone;
    }

    /** The settings of an export connector. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("paths", paths);
        mailbox.ifPresent(text -> values.put("mailbox", List.of(text)));
        role.ifPresent(text -> values.put("role", List.of(text)));
        return values;
    }
}
