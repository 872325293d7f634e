package org.mimawari.message.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCodesTest {

    @ParameterizedTest
    @CsvSource({"550 5.1.1 User unknown,5.1.1", "no mailbox (#5.1.10),5.1.10", "5.1.0 - error 550-'5.7.1 denied',5.7.1",
        "550-5.7.26 not accepted,5.7.26", "554 5.0.0 then 550 5.2.2,5.2.2"})
    void findsTheStatusAServerStates(String text, String status) {
        assertThat(StatusCodes.enhanced(text)).contains(status);
    }

    @ParameterizedTest
    @CsvSource({"host 5.1.1.9 said no", "Mailer 5.5.1960.3", "version v5.1.2", "mx5.1.2b"})
    void takesAddressesAndVersionsForNoStatus(String text) {
        assertThat(StatusCodes.enhanced(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"550 no such user,5.1.1", "552 mailbox is full,5.2.2", "450 mailbox is full,4.2.2",
        "554 blocked by spamhaus,5.7.1", "550 Host unknown,5.1.2", "552 message size exceeds limit,5.3.4"})
    void derivesAStatusFromTheWording(String text, String status) {
        Optional<String> reply = StatusCodes.reply(text);
        assertThat(StatusCodes.derived(text, reply)).contains(status);
    }

    @Test
    void takesNoOtherNumberForAReply() {
        assertThat(StatusCodes.reply("port 587, 192.0.2.550, 5500 messages, room 600")).isEmpty();
    }
}
