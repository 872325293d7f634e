package org.mimawari.connector.imap.managesieve;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends commands and takes answers over one socket. */
final class Wire {

    /** RFC 5804 section 4: a quoted string has at most 1024 octets. */
    private static final int LONGEST_QUOTED = 1_000;
    private static final int MOST_LINES = 200;

    private final Socket socket;
    private final AnswerReader reader;

    Wire(Socket socket, long most) throws IOException {
        this.socket = socket;
        this.reader = new AnswerReader(socket.getInputStream(), most);
    }

    AnswerReader reader() {
        return reader;
    }

    /** @param arguments one character an octet */
    void send(Verb verb, String... arguments) throws IOException {
        StringBuilder command = new StringBuilder(verb.name());
        for (String argument : arguments) {
            command.append(' ').append(string(argument));
        }
        write(command.toString());
    }

    /** Answers a challenge of the server's (RFC 5804 section 2.1). */
    void reply(String text) throws IOException {
        write(string(text));
    }

    /** The answer to a command that gives a few lines. */
    Answer answer() throws IOException {
        List<List<Item>> lines = new ArrayList<>();
        Answer last = answer(line -> {
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            }
        });
        return new Answer(last.ending(), lines, last.code());
    }

    /** The answer to a command that may give many lines, each handed on as it comes. */
    Answer answer(Consumer<List<Item>> lines) throws IOException {
        while (true) {
            List<Item> line = reader.line();
            Optional<Answer.Ending> ending = Answer.ending(line);
            if (ending.isPresent()) {
                return Answer.of(ending.get(), line);
            }
            lines.accept(line);
        }
    }

    private void write(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Quoted, or as a literal where a line break in a name would end the command and begin another. */
    static String string(String octets) {
        boolean plain = octets.length() <= LONGEST_QUOTED && octets.chars().allMatch(c -> c >= ' ' && c <= 255);
        return plain ? '"' + octets.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : "{" + octets.length() + "+}\r\n" + octets;
    }
}
