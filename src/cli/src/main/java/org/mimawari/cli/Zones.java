package org.mimawari.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;

/** Chooses the time zone of an organisation. */
final class Zones {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Zones() {}

    /** @throws ConnectorException where the text is no zone */
    static Optional<ZoneId> parsed(Optional<String> text) throws ConnectorException {
        try {
            return text.map(ZoneId::of);
        } catch (DateTimeException e) {
            throw new ConnectorException(Problem.USAGE,
                    "'" + text.orElse("") + "' is no time zone; write one like Asia/Tokyo");
        }
    }

    /** The zone that was given; else Japan's for {@code .jp} domains, else this machine's. */
    static ZoneId of(Optional<ZoneId> given, List<String> ownDomains) {
        boolean japanese = ownDomains.stream().anyMatch(domain -> domain.endsWith(".jp"));
        return given.orElseGet(() -> japanese ? JAPAN : ZoneId.systemDefault());
    }
}
