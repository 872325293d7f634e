package org.mimawari.realmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The control of {@link ReplayTest}'s proof that a scan leaves no trace: what an ordinary client does to a mailbox
 * shows in {@link ServerState}, each trace by itself, so that the proof can fail.
 */
@Tag("heavy")
class ServerStateTest {

    private static final String AOI = "aoi@hinode.example";

    private static Optional<RealMailServer> running = Optional.empty();

    private final ServerState state = new ServerState(running.orElseThrow());

    /** What an ordinary client does. */
    private enum Act {
        OPENS_THE_INBOX("SELECT INBOX"),
        READS_A_MESSAGE("SELECT INBOX", "FETCH * BODY[]"),
        SETS_A_FLAG("SELECT INBOX", "STORE * +FLAGS (\\Flagged)"),
        DELETES_A_MESSAGE("SELECT INBOX", "STORE * +FLAGS (\\Deleted)", "EXPUNGE"),
        COPIES_A_MESSAGE("SELECT INBOX", "COPY * Trash"),
        CREATES_A_FOLDER("CREATE Later"),
        SUBSCRIBES_TO_A_FOLDER("SUBSCRIBE Trash"),
        LETS_SOMEBODY_ELSE_IN("SETACL INBOX ken@hinode.example lr"),
        CHANGES_A_SCRIPT;

        private final List<String> commands;

        Act(String... commands) {
            this.commands = List.of(commands);
        }
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<String> missing = RealMailServer.missing();
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
        running = Optional.of(RealMailServer.prepare());
        running.get().start("hinode.example", List.of(AOI));
        try (Talk imap = imap()) {
            imap.expect("b CREATE Trash", "b OK", "b NO [ALREADYEXISTS]");
        }
        upload("keep;");
    }

    @AfterAll
    static void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    @BeforeEach
    void aMessageArrives() throws IOException, InterruptedException {
        try (Submission partner = Submission.fromOutside(running.orElseThrow(), "198.51.100.9")) {
            partner.send("ken@minato.example", List.of(AOI),
                    Letters.ordinary("ken@minato.example", List.of(AOI), "<m@minato.example>", Instant.EPOCH));
        }
        running.orElseThrow().awaitEmptyQueue();
    }

    @ParameterizedTest
    @EnumSource
    void whateverAClientDoesShowsOnDisk(Act act) throws IOException {
        List<String> before = state.stored();
        perform(act);
        assertThat(state.stored()).isNotEqualTo(before);
    }

    /** Asking opens the inbox as well, and scripts are listed by name only: these two show on the disk alone. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"OPENS_THE_INBOX", "CHANGES_A_SCRIPT"})
    void whateverAClientDoesIsToldByTheServer(Act act) throws IOException, InterruptedException {
        List<String> before = state.asked(List.of(AOI));
        perform(act);
        assertThat(state.asked(List.of(AOI))).isNotEqualTo(before);
    }

    @Test
    void lookingWithoutATraceShowsNowhere() throws IOException, InterruptedException {
        List<String> before = state.stored();
        look();
        assertThat(state.stored()).isEqualTo(before);
        List<String> told = state.asked(List.of(AOI));
        look();
        assertThat(state.asked(List.of(AOI))).isEqualTo(told);
    }

    private static void look() throws IOException {
        try (Talk imap = imap()) {
            imap.expect("b EXAMINE INBOX", "b OK", "b ");
            imap.expect("c FETCH 1:* (UID FLAGS BODY.PEEK[])", "c OK", "c ");
            imap.expect("d LOGOUT", "d OK");
        }
    }

    private static void perform(Act act) throws IOException {
        if (act == Act.CHANGES_A_SCRIPT) {
            upload("discard;");
            return;
        }
        try (Talk imap = imap()) {
            for (String command : act.commands) {
                imap.expect("b " + command, "b OK", "b ");
            }
            imap.expect("c LOGOUT", "c OK");
        }
    }

    /** What can be done once only may have been done by the test before. */
    @BeforeEach
    void undo() throws IOException {
        try (Talk imap = imap()) {
            imap.expect("b DELETE Later", "b ");
            imap.expect("c UNSUBSCRIBE Trash", "c ");
            imap.expect("d DELETEACL INBOX ken@hinode.example", "d ");
            imap.expect("e LOGOUT", "e OK");
        }
    }

    private static Talk imap() throws IOException {
        Talk imap = new Talk(running.orElseThrow().port("IMAPS"), running.orElseThrow().trust());
        imap.encrypt();
        imap.until("* OK");
        imap.expect("a LOGIN " + AOI + " " + RealMailServer.PASSWORD, "a OK", "a ");
        return imap;
    }

    private static void upload(String script) throws IOException {
        String plain = Base64.getEncoder().encodeToString(
                ("\0" + AOI + "\0" + RealMailServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Talk sieve = new Talk(running.orElseThrow().port("SIEVE"), running.orElseThrow().trust())) {
            sieve.until("OK");
            sieve.expect("STARTTLS", "OK", "NO");
            sieve.encrypt();
            sieve.until("OK");
            sieve.expect("AUTHENTICATE \"PLAIN\" \"" + plain + "\"", "OK", "NO");
            sieve.expect("PUTSCRIPT \"other\" {" + script.length() + "+}\r\n" + script, "OK", "NO");
            sieve.expect("LOGOUT", "OK");
        }
    }
}
