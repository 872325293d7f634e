package org.mimawari.connector.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * Fetches headers, or the beginning of messages, from one folder opened by EXAMINE. Every message asked for is counted: a
 * connection that breaks must not read as a small, clean mailbox.
 */
final class FolderFetch implements AutoCloseable {

    private static final int CHUNK = 500;
    private static final String HEADERS = "(UID RFC822.SIZE BODY.PEEK[HEADER]<0.65536>)";
    private static final String BEGINNING = "(UID RFC822.SIZE BODY.PEEK[]<0.65536>)";

    private final IMAPFolder folder;

    /** One message as the server gave it. */
    record Fetched(int number, long uid, long size, byte[] bytes) {}

    /** The messages of one answer. */
    private record Answer(List<FetchResponse> messages) {}

    /** Takes one message. */
    interface Taker {
        void take(Fetched message) throws MessagingException;
    }

    private FolderFetch(IMAPFolder folder) {
        this.folder = folder;
    }

    static FolderFetch open(IMAPFolder folder) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        return new FolderFetch(folder);
    }

    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    /** Gives the headers of all messages, at most so many; tells how many came. */
    int headers(int most, Taker taker) throws MessagingException {
        int all = Math.min(most, count());
        int taken = 0;
        for (int first = 1; first <= all; first += CHUNK) {
            taken += fetch(first + ":" + Math.min(all, first + CHUNK - 1), HEADERS, taker);
        }
        return taken;
    }

    /** Gives the first 64 KiB of one message. */
    int beginning(int number, Taker taker) throws MessagingException {
        return fetch(String.valueOf(number), BEGINNING, taker);
    }

    private int fetch(String set, String what, Taker taker) throws MessagingException {
        Object answer = folder.doCommand(protocol -> responses(protocol, "FETCH " + set + " " + what));
        int taken = 0;
        for (FetchResponse response : ((Answer) answer).messages()) {
            BODY body = response.getItem(BODY.class);
            if (body != null) {
                taker.take(fetched(response, body));
                taken++;
            }
        }
        return taken;
    }

    private static Fetched fetched(FetchResponse response, BODY body) {
        UID uid = response.getItem(UID.class);
        RFC822SIZE size = response.getItem(RFC822SIZE.class);
        ByteArray bytes = body.getByteArray();
        return new Fetched(response.getNumber(), uid == null ? 0 : uid.uid, size == null ? 0 : size.size,
                bytes == null ? new byte[0] : bytes.getNewBytes());
    }

    /** The last response says how the command ended; the library invents a BYE where the connection broke. */
    private static Answer responses(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        Response last = responses[responses.length - 1];
        protocol.handleResult(last);
        if (!last.isOK()) {
            throw new ProtocolException("the server did not complete FETCH");
        }
        List<FetchResponse> messages = new ArrayList<>();
        for (Response response : responses) {
            if (response instanceof FetchResponse fetch) {
                messages.add(fetch);
            }
        }
        return new Answer(messages);
    }

    @Override
    public void close() throws MessagingException {
        folder.close(false);
    }
}
