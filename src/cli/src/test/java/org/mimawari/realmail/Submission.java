package org.mimawari.realmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Sends mail through Postfix as somebody's client does: signed in by SASL, or as another server to ours. */
final class Submission implements AutoCloseable {

    private final Talk talk;

    private Submission(Talk talk) {
        this.talk = talk;
    }

    /** Signs in from this address, which Postfix is told by XCLIENT. */
    static Submission of(RealMailServer server, String ip, String user) throws IOException {
        Talk talk = new Talk(server.port("SUBMISSION"), server.trust());
        Submission submission = new Submission(talk);
        talk.until("220 ");
        submission.say("EHLO client.test", "250 ");
        submission.say("STARTTLS", "220 ");
        talk.encrypt();
        submission.say("EHLO client.test", "250 ");
        submission.say("XCLIENT ADDR=" + ip + " NAME=[UNAVAILABLE]", "220 ");
        submission.say("EHLO client.test", "250 ");
        byte[] plain = ("\0" + user + "\0" + RealMailServer.PASSWORD).getBytes(StandardCharsets.UTF_8);
        submission.say("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain), "235 ");
        return submission;
    }

    /** Delivers to our mailboxes as another server does. */
    static Submission fromOutside(RealMailServer server, String ip) throws IOException {
        Talk talk = new Talk(server.port("MX"), server.trust());
        Submission submission = new Submission(talk);
        talk.until("220 ");
        submission.say("EHLO mx.outside.test", "250 ");
        submission.say("XCLIENT ADDR=" + ip + " NAME=mx.outside.test", "220 ");
        submission.say("EHLO mx.outside.test", "250 ");
        return submission;
    }

    void send(String from, List<String> to, String message) throws IOException {
        say("MAIL FROM:<" + from + ">", "250 ");
        for (String each : to) {
            say("RCPT TO:<" + each + ">", "250 ");
        }
        say("DATA", "354 ");
        say(message.replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n.", "250 ");
    }

    private void say(String words, String good) throws IOException {
        talk.expect(words, good, "4", "5");
    }

    @Override
    public void close() throws IOException {
        talk.write("QUIT\r\n");
        talk.close();
    }
}
