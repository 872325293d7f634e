package org.mimawari.connector.imap.protocol;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.Response.Status;

/** Sends commands one by one and hands on the answers as they come. Not safe for several threads. */
final class Connection {

    /** Enough for every answer that is no mail and no list of folders. */
    static final long LITTLE = 1 << 20;
    private static final long MOST = 8L << 30;
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final byte[] END = {'\r', '\n'};

    private final Socket plain;
    private final Socket talking;
    private final ServerInput input;
    private final ResponseReader reader;
    private final OutputStream out;
    private final Watch watch;
    private final Timing timing;
    private int tags;

    /** Takes untagged answers. */
    interface Taker {
        void take(Response response) throws ImapException;
    }

    /** Answers what the server asks in the course of a command. */
    interface Challenge {
        byte[] answer(String challenge) throws ImapException;
    }

    /** @param plain the socket to close when time is up; {@code talking} may be TLS within it */
    Connection(Socket plain, Socket talking, Watch watch, Timing timing) throws IOException {
        this.plain = plain;
        this.talking = talking;
        this.input = new ServerInput(talking.getInputStream(), MOST);
        this.reader = new ResponseReader(input);
        this.out = new BufferedOutputStream(talking.getOutputStream(), 8_192);
        this.watch = watch;
        this.timing = timing;
    }

    /** The first line of the server. */
    Status greeting() throws ImapException {
        input.allow(LITTLE);
        try {
            Response response = watch.within(timing.read(), plain, reader::next);
            return response.status().filter(status -> response.isUntagged())
                    .orElseThrow(() -> ServerInput.nonsense("no greeting"));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** True where bytes came that nobody asked for yet. */
    boolean hasMore() throws ImapException {
        try {
            return input.hasMore();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    Status command(Command command, long most, Taker taker) throws ImapException {
        return command(command, most, taker, challenge -> {
            throw ServerInput.nonsense("a question where none was due");
        });
    }

    /**
     * Sends a command and waits for its end.
     *
     * @param most bytes that all answers may have together
     * @return the status, which may be NO or BAD
     */
    Status command(Command command, long most, Taker taker, Challenge challenge) throws ImapException {
        input.allow(most);
        try {
            return watch.within(timing.command(), plain, () -> exchange("m" + ++tags, command.pieces(), taker, challenge));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Status exchange(String tag, List<byte[]> pieces, Taker taker, Challenge challenge)
            throws IOException, ImapException {
        out.write((tag + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(pieces.get(0));
        end(pieces.size() == 1);
        int sent = 1;
        while (true) {
            Response response = reader.next();
            if (response.isTagged(tag)) {
                return response.status().orElseThrow(() -> ServerInput.nonsense("an answer without a status"));
            }
            if (!response.isContinuation()) {
                untagged(response, taker);
            } else if (sent < pieces.size()) {
                out.write(pieces.get(sent++));
                end(sent == pieces.size());
            } else {
                out.write(challenge.answer(response.rest()));
                end(true);
            }
        }
    }

    private void end(boolean isLast) throws IOException {
        if (isLast) {
            out.write(END);
        }
        out.flush();
    }

    private static void untagged(Response response, Taker taker) throws ImapException {
        if (!response.isUntagged()) {
            throw ServerInput.nonsense("a line that is no answer");
        }
        if (response.is("BYE")) {
            String text = response.status().map(Status::text).orElse("");
            throw new ImapException(Problem.LATER, "the server ended the connection: " + ServerText.shown(text));
        }
        taker.take(response);
    }

    /** Says goodbye, where the server still listens, and closes. */
    void logout() {
        try {
            watch.within(GOODBYE, plain, this::goodbye);
        } catch (IOException | ImapException gone) {
            input.clear();
        }
    }

    private boolean goodbye() throws IOException, ImapException {
        out.write(("m" + ++tags + " LOGOUT\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        input.allow(LITTLE);
        Response last = reader.next();
        while (last.isUntagged()) {
            last = reader.next();
        }
        talking.close();
        return true;
    }

    void close() {
        try {
            plain.close();
        } catch (IOException alreadyClosed) {
            input.clear();
        }
    }

    private ImapException broken(IOException cause) {
        return broken(cause, watch);
    }

    static ImapException broken(IOException cause, Watch watch) {
        if (watch.rang()) {
            return new ImapException(Problem.TOO_SLOW, "the server was too slow and the connection was closed", cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return new ImapException(Problem.TOO_SLOW, "the server fell silent", cause);
        }
        String what = cause instanceof EOFException ? "the server closed the connection"
                : "the connection broke: " + ServerText.shown(String.valueOf(cause.getMessage()));
        return new ImapException(Problem.LATER, what, cause);
    }
}
