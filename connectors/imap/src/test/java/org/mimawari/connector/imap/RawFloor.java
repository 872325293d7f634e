package org.mimawari.connector.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocketFactory;
import org.mimawari.connector.imap.protocol.Trust;

/** The least a client can do: one FETCH for all headers of a Sent folder, whose bytes are read and thrown away. */
final class RawFloor {

    private RawFloor() {}

    /** Arguments: port, CA file, password, then mailboxes; four at a time. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        SSLSocketFactory factory = new Trust(Optional.of(Path.of(arguments[1])), Optional.empty(), "").socketFactory();
        long start = System.nanoTime();
        long cpu = ScanInOwnJvm.cpu();
        ExecutorService four = Executors.newFixedThreadPool(4);
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            String mailbox = arguments[i];
            all.add(four.submit(() -> fetch(factory, Integer.parseInt(arguments[0]), mailbox, arguments[2])));
        }
        long bytes = 0;
        for (Future<Long> one : all) {
            bytes += one.get();
        }
        four.shutdown();
        System.out.println("wall-ms=" + (System.nanoTime() - start) / 1_000_000 + " cpu-ms="
                + (ScanInOwnJvm.cpu() - cpu) / 1_000_000 + " bytes=" + bytes);
    }

    private static long fetch(SSLSocketFactory factory, int port, String mailbox, String password) throws IOException {
        long bytes = 0;
        try (var socket = factory.createSocket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("a LOGIN " + mailbox + " " + password + "\r\nb EXAMINE Sent\r\n"
                    + "c FETCH 1:* (UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER]<0.65536>)\r\nd LOGOUT\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_536];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
            }
        }
        return bytes;
    }
}
