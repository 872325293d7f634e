package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.imap.protocol.FetchedMessage;
import org.mimawari.message.MailMessage;

class MessageTimesTest {

    private static final String STORED = "01-Oct-2026 09:00:05 +0900";

    private static Optional<Instant> sent(String headers, Optional<String> internal, Optional<String> saved) {
        byte[] bytes = ("From: a@b.example\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return MessageTimes.sent(new FetchedMessage(1, 1, 1, internal, saved, false, bytes), MailMessage.of(bytes));
    }

    @Test
    void theDateOfTheMessageCounts() {
        assertThat(sent("Date: Thu, 01 Oct 2026 09:00:00 +0900\r\n", Optional.of(STORED), Optional.empty()))
                .contains(Instant.parse("2026-10-01T00:00:00Z"));
    }

    @Test
    void withoutADateTheServersDoes() {
        assertThat(sent("", Optional.of(STORED), Optional.empty())).contains(Instant.parse("2026-10-01T00:00:05Z"));
        assertThat(sent("Date: yesterday\r\n", Optional.of(" 1-Oct-2026 00:00:05 +0000"), Optional.empty()))
                .contains(Instant.parse("2026-10-01T00:00:05Z"));
    }

    @Test
    void aDateAfterItsOwnStoringIsAbsurd() {
        assertThat(sent("Date: Thu, 01 Oct 2037 09:00:00 +0900\r\n", Optional.of(STORED), Optional.empty()))
                .contains(Instant.parse("2026-10-01T00:00:05Z"));
    }

    @Test
    void whenItWasSavedCannotBeChosen() {
        assertThat(sent("Date: Thu, 01 Oct 2037 09:00:00 +0900\r\n", Optional.of("01-Oct-2037 09:00:00 +0900"), Optional.of(STORED)))
                .contains(Instant.parse("2026-10-01T00:00:05Z"));
    }

    @Test
    void mailMovedFromAnOldServerKeepsItsDate() {
        assertThat(sent("Date: Thu, 01 Oct 2015 09:00:00 +0900\r\n", Optional.of(STORED), Optional.of(STORED)))
                .contains(Instant.parse("2015-10-01T00:00:00Z"));
    }
}
