import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The least a client can do: one FETCH for all headers of each Sent folder, four at a time, and the bytes thrown away. */
final class Floor {

    private Floor() {}

    /** Arguments: port, file of the authority, password, first mailbox, how many. */
    public static void main(String[] arguments)
            throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        SSLSocketFactory trust = trust(Path.of(arguments[1]));
        int first = Integer.parseInt(arguments[3]);
        long start = System.nanoTime();
        ExecutorService four = Executors.newFixedThreadPool(4);
        List<Future<Long>> all = new ArrayList<>();
        for (int i = first; i < first + Integer.parseInt(arguments[4]); i++) {
            String mailbox = "user" + i + "@shop.example";
            all.add(four.submit(() -> fetch(trust, Integer.parseInt(arguments[0]), mailbox, arguments[2])));
        }
        long bytes = 0;
        for (Future<Long> one : all) {
            bytes += one.get();
        }
        four.shutdown();
        Figures.print(start, bytes, 0);
    }

    private static long fetch(SSLSocketFactory trust, int port, String mailbox, String password) throws IOException {
        long bytes = 0;
        try (var socket = trust.createSocket("127.0.0.1", port)) {
            socket.getOutputStream().write(("a LOGIN " + mailbox + " " + password + "\r\nb EXAMINE Sent\r\n"
                    + "c FETCH 1:* (UID INTERNALDATE RFC822.SIZE SAVEDATE BODY.PEEK[HEADER]<0.65536>)\r\nd LOGOUT\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_536];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
            }
        }
        return bytes;
    }

    private static SSLSocketFactory trust(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
