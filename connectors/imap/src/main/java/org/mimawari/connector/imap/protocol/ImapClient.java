package org.mimawari.connector.imap.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.Response.Status;

/**
 * A connection to one mailbox. It knows CAPABILITY, ID, AUTHENTICATE, LOGIN, NAMESPACE, LIST, EXAMINE, FETCH with PEEK,
 * GETACL, MYRIGHTS, GETMETADATA, GETQUOTAROOT and LOGOUT, so it cannot change anything. Not safe for several threads.
 */
public final class ImapClient implements AutoCloseable {

    private static final long FOLDER_LIST = 96L << 20;
    private static final int MOST_CAPABILITIES = 500;
    private static final long UID_ANSWER = 200;
    /** RFC 5804 section 1.6: 128 characters, and in UTF-8 at most four times as many bytes. */
    private static final int LONGEST_SCRIPT_NAME = 512;
    private static final Set<String> BUSY = Set.of("LIMIT", "UNAVAILABLE", "INUSE", "SERVERBUG");
    private static final String ID = "ID (\"name\" \"mimawari\" \"vendor\" \"mimawari\" \"support-url\" NIL)";

    private final Connection connection;
    private final Endpoint endpoint;
    private final Set<String> capabilities = new HashSet<>();
    private boolean told;
    private boolean identified;

    /**
     * A folder opened by EXAMINE.
     *
     * @param messages how many messages it holds
     * @param validity UIDVALIDITY; 0 where the server told none
     * @param nextUid UIDNEXT: no message has this UID or a higher one yet; 0 where the server told none
     * @param modSeq HIGHESTMODSEQ (RFC 7162): unchanged as long as the folder is; 0 where the server told none
     */
    public record Examined(long messages, long validity, long nextUid, long modSeq) {

        /** True where no message came or went, whatever became of flags. */
        public boolean hasSameMessages(Examined other) {
            return messages == other.messages && validity == other.validity && nextUid == other.nextUid;
        }
    }

    private ImapClient(Connection connection, Endpoint endpoint) {
        this.connection = connection;
        this.endpoint = endpoint;
    }

    /** Connects and signs in; gives up for good where the server refuses the account. */
    public static ImapClient open(Endpoint endpoint, Credentials credentials, Watch watch) throws ImapException {
        ImapClient client = new ImapClient(new Connecting(endpoint, watch).open(), endpoint);
        try {
            client.askCapabilities();
            client.identify();
            client.signIn(credentials);
            if (!client.told) {
                client.askCapabilities();
            }
            client.identify();
            return client;
        } catch (ImapException e) {
            client.close();
            throw e;
        }
    }

    public boolean offers(String capability) {
        return capabilities.contains(capability);
    }

    /** True for a capability that comes with a value, as {@code IMAPSIEVE=sieve://mail.example} does. */
    public boolean offersSome(String capability) {
        return capabilities.stream().anyMatch(each -> each.startsWith(capability + "="));
    }

    /** Gives all folders, one at a time. */
    public void list(Consumer<ListedFolder> taker) throws ImapException {
        boolean extended = offers("SPECIAL-USE") && offers("LIST-EXTENDED");
        Connection.Taker listed = response -> ListedFolder.of(response).ifPresent(taker);
        Status status = connection.command(Command.of(extended ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)"
                : "LIST \"\" \"*\""), FOLDER_LIST, listed);
        if (extended && status.word().equals("BAD")) {
            status = connection.command(Command.of("LIST \"\" \"*\""), FOLDER_LIST, listed);
        }
        accepted("LIST", status);
    }

    /** How names of folders begin that are other people's (RFC 2342); empty where the server does not tell. */
    public List<String> foreignPrefixes() throws ImapException {
        List<String> prefixes = new ArrayList<>();
        if (offers("NAMESPACE")) {
            connection.command(Command.of("NAMESPACE"), Connection.LITTLE, response -> prefixes.addAll(Namespaces.foreign(response)));
        }
        return prefixes;
    }

    /** Opens a folder for reading only. */
    public Examined examine(String rawName) throws ImapException {
        long[] told = {0, 0, 0, 0};
        Status status = connection.command(Command.of("EXAMINE").folder(rawName), Connection.LITTLE, response -> {
            Cursor cursor = new Cursor(response, 2);
            long number = cursor.number();
            cursor.spaces();
            if (number >= 0 && cursor.atom().equalsIgnoreCase("EXISTS")) {
                told[0] = number;
            }
            response.status().ifPresent(piece -> note(piece, told));
        });
        accepted("EXAMINE", status);
        return new Examined(told[0], told[1], told[2], told[3]);
    }

    /**
     * The number of the first message with a higher UID; all behind it have higher ones still (RFC 9051 section 2.3.1.1).
     *
     * @param messages how many the folder holds
     */
    public long firstBehind(long uid, long messages) throws ImapException {
        long[] first = {messages + 1};
        // "n:*" always holds the last message, even where its UID is lower than n.
        accepted("UID FETCH", connection.command(Command.of("UID FETCH " + (uid + 1) + ":* (UID)"),
                Connection.LITTLE + UID_ANSWER * messages, response -> MessageUid.of(response)
                        .filter(each -> each.uid() > uid)
                        .ifPresent(each -> first[0] = Math.min(first[0], each.number()))));
        return first[0];
    }

    /**
     * Fetches parts of messages; the answers come one at a time.
     *
     * @param sets message numbers, for example {@code 1:500}; one command for each, all sent at once
     * @param most bytes that all answers to one command may have together
     * @return why the server refused some of it; empty where it did not
     */
    public Optional<String> fetch(List<String> sets, String items, long most, Consumer<FetchedMessage> taker)
            throws ImapException {
        List<Command> commands = sets.stream().map(set -> Command.of("FETCH " + set + " " + items)).toList();
        Optional<String> refusal = Optional.empty();
        for (Status status : connection.commands(commands, most,
                response -> FetchedMessage.of(response).ifPresent(taker))) {
            if (!status.isOk() && isBusy(status)) {
                accepted("FETCH", status);
            }
            refusal = refusal.or(() -> status.isOk() ? Optional.empty() : Optional.of(refusal("FETCH", status)));
        }
        return refusal;
    }

    /** Who may do what in a folder (RFC 4314); only an administrator of the folder may ask. */
    public List<AccessRight> accessRights(String rawName) throws ImapException {
        List<AccessRight> rights = new ArrayList<>();
        accepted("GETACL", connection.command(Command.of("GETACL").folder(rawName), Connection.LITTLE,
                response -> rights.addAll(AccessRight.of(response))));
        return rights;
    }

    /** What we ourselves may do in a folder, as letters; empty where the server does not say. */
    public Optional<String> ownRights(String rawName) throws ImapException {
        List<String> rights = new ArrayList<>();
        connection.command(Command.of("MYRIGHTS").folder(rawName), Connection.LITTLE, response -> {
            if (response.is("MYRIGHTS")) {
                String text = response.text();
                rights.add(ServerText.shown(text.substring(text.lastIndexOf(' ') + 1)));
            }
        });
        return rights.stream().findFirst();
    }

    /**
     * Which Sieve scripts run on changes in a folder, or in all folders for the empty name (RFC 6785). Asks for them by name,
     * as other annotations may hold secrets, and their number must not hide one.
     */
    public List<ScriptAnnotation> scripts(String rawName) throws ImapException {
        List<ScriptAnnotation> scripts = new ArrayList<>();
        Command command = Command.of("GETMETADATA (MAXSIZE " + LONGEST_SCRIPT_NAME + ")").folder(rawName)
                .words(" (" + ScriptAnnotation.SHARED + " " + ScriptAnnotation.PRIVATE + ")");
        Status status = connection.command(command, Connection.LITTLE, response -> scripts.addAll(ScriptAnnotation.of(response)));
        accepted("GETMETADATA", status);
        if (ScriptAnnotation.isCut(status)) {
            scripts.add(new ScriptAnnotation(ScriptAnnotation.SHARED, Optional.empty()));
        }
        return scripts;
    }

    /**
     * How many percent of what a folder's owner may store is used, by size or by number, whichever is more (RFC 9208); 0
     * where the server tells no limit.
     */
    public long percentUsed(String rawName) throws ImapException {
        long[] most = {0};
        accepted("GETQUOTAROOT", connection.command(Command.of("GETQUOTAROOT").folder(rawName), Connection.LITTLE,
                response -> most[0] = Math.max(most[0], Quota.percent(response))));
        return most[0];
    }

    /** Says goodbye and closes. */
    @Override
    public void close() {
        connection.logout();
        connection.close();
    }

    private void signIn(Credentials credentials) throws ImapException {
        told = false;
        Status status = new Authentication(connection, Set.copyOf(capabilities), endpoint, this::noteCapabilities)
                .signIn(credentials);
        if (status.isOk()) {
            noteCapabilities(status);
            return;
        }
        throw isBusy(status) ? new ImapException(Problem.LATER, "the server takes no sign-in now: " + shown(status))
                : new ImapException(Problem.CREDENTIALS, "the server refused the sign-in: " + shown(status));
    }

    private void askCapabilities() throws ImapException {
        capabilities.clear();
        accepted("CAPABILITY", connection.command(Command.of("CAPABILITY"), Connection.LITTLE, this::noteCapabilities));
    }

    /** RFC 2971: the scan is to be recognised in the server's log. */
    private void identify() throws ImapException {
        if (offers("ID") && !identified) {
            connection.command(Command.of(ID), Connection.LITTLE, any -> { });
            identified = true;
        }
    }

    private void noteCapabilities(Response response) {
        if (response.is("CAPABILITY")) {
            noteCapabilities(response.rest());
        } else {
            response.status().ifPresent(this::noteCapabilities);
        }
    }

    private void noteCapabilities(Status status) {
        if (status.codeName().equals("CAPABILITY")) {
            noteCapabilities(status.code());
        }
    }

    private void noteCapabilities(String words) {
        capabilities.clear();
        told = true;
        String[] all = words.toUpperCase(Locale.ROOT).split(" ", MOST_CAPABILITIES);
        for (int i = 1; i < all.length; i++) {
            capabilities.add(all[i]);
        }
    }

    private static void note(Status status, long[] told) {
        int space = status.code().indexOf(' ');
        Cursor cursor = new Cursor(new Response(status.code(), List.of()), space + 1);
        switch (status.codeName()) {
            case "UIDVALIDITY" -> told[1] = Math.max(0, cursor.number());
            case "UIDNEXT" -> told[2] = Math.max(0, cursor.number());
            case "HIGHESTMODSEQ" -> told[3] = Math.max(0, cursor.number());
            default -> told[1] = told[1];
        }
    }

    private static void accepted(String command, Status status) throws ImapException {
        if (!status.isOk()) {
            throw new ImapException(isBusy(status) ? Problem.LATER : Problem.REFUSED, refusal(command, status));
        }
    }

    private static String refusal(String command, Status status) {
        return "the server answered " + status.word() + " to " + command + ": " + shown(status);
    }

    private static String shown(Status status) {
        return ServerText.shown((status.code().isEmpty() ? "" : "[" + status.code() + "] ") + status.text());
    }

    /** RFC 5530 codes; Gmail and Courier say it in words only. */
    private static boolean isBusy(Status status) {
        String text = status.text().toLowerCase(Locale.ROOT);
        return BUSY.contains(status.codeName()) || text.contains("too many") && text.contains("connection")
                || text.contains("maximum number of connections");
    }
}
