package org.mimawari.connector.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.mimawari.connector.imap.ImapSettings.Account;

/**
 * A read-only session with one mailbox. Ends by itself when its time is up: the library's own timeouts count from the
 * last byte only, so a server that drips would hold it for ever.
 */
final class MailboxSession implements AutoCloseable {

    private final IMAPStore store;
    private final ScheduledExecutorService watchman;
    private final List<Socket> sockets;

    private MailboxSession(IMAPStore store, ScheduledExecutorService watchman, List<Socket> sockets) {
        this.store = store;
        this.watchman = watchman;
        this.sockets = sockets;
    }

    /** @throws MessagingException where the server cannot be reached or refuses the account */
    static MailboxSession open(ImapSettings settings, Account account) throws MessagingException {
        ScheduledExecutorService watchman = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "imap-watchman");
            thread.setDaemon(true);
            return thread;
        });
        Properties properties = properties(settings, account);
        List<Socket> sockets = new ArrayList<>();
        properties.put("mail.imap.socketFactory", new Factory(new Connecting(settings), sockets));
        watchman.schedule(() -> closeAll(sockets), settings.limits().mailbox().toMillis(), TimeUnit.MILLISECONDS);
        MailboxSession session = new MailboxSession(
                (IMAPStore) Session.getInstance(properties).getStore("imap"), watchman, sockets);
        try {
            session.store.connect(settings.host(), settings.port(), account.user(), account.password());
            return session;
        } catch (MessagingException e) {
            session.close();
            throw e;
        }
    }

    /** All folders that can be opened, at most so many. */
    List<IMAPFolder> folders(int most) throws MessagingException {
        List<IMAPFolder> folders = new ArrayList<>();
        for (Folder folder : store.getDefaultFolder().list("*")) {
            if (folders.size() < most && folder instanceof IMAPFolder each && (each.getType() & Folder.HOLDS_MESSAGES) != 0) {
                folders.add(each);
            }
        }
        return folders;
    }

    @Override
    public void close() {
        watchman.shutdownNow();
        try {
            store.close();
        } catch (MessagingException alreadyBroken) {
            closeAll(sockets);
        }
    }

    private static Properties properties(ImapSettings settings, Account account) {
        Properties properties = new Properties();
        properties.put("mail.imap.timeout", String.valueOf(settings.limits().read().toMillis()));
        properties.put("mail.imap.writetimeout", String.valueOf(settings.limits().read().toMillis()));
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.starttls.enable", "false");
        properties.put("mail.imap.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.connectionpoolsize", "1");
        properties.put("mail.mime.address.strict", "false");
        account.authorization().ifPresent(name -> properties.put("mail.imap.sasl.authorizationid", name));
        return properties;
    }

    private static void closeAll(List<Socket> sockets) {
        synchronized (sockets) {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException alreadyClosed) {
                    continue;
                }
            }
        }
    }

    /** Hands out guarded sockets that are already connected, whatever host the library names. */
    private static final class Factory extends SocketFactory {

        private final Connecting connecting;
        private final List<Socket> opened;

        Factory(Connecting connecting, List<Socket> opened) {
            this.connecting = connecting;
            this.opened = opened;
        }

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = connecting.open();
            synchronized (opened) {
                opened.add(socket);
            }
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket();
        }
    }
}
