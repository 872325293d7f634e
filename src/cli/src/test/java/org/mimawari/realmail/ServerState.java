package org.mimawari.realmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a mail server holds, seen from its disk and asked of its own administration. */
final class ServerState {

    /** The server's own memory of what it has shown; it may grow by any look. */
    private static final List<String> CACHES = List.of("dovecot.index", "dovecot.list.index", "dovecot-uidlist",
            "dovecot.mailbox", "dovecot-acl-list");

    private static final String MESSAGES = "mailbox guid uid flags modseq date.saved size.physical";
    private static final String FOLDERS = "messages recent uidnext uidvalidity unseen highestmodseq";

    private final RealMailServer server;

    ServerState(RealMailServer server) {
        this.server = server;
    }

    /**
     * Every file and folder with size, time of change, and contents where it is no message: a Maildir's file names hold the
     * flags, and a message that was seen by no client yet lies in {@code new}.
     */
    List<String> stored() throws IOException {
        List<String> state = new ArrayList<>();
        try (Stream<Path> all = Files.walk(server.mail())) {
            for (Path each : all.sorted().toList()) {
                String name = each.getFileName().toString();
                if (CACHES.stream().noneMatch(name::startsWith)) {
                    state.add(each + " " + described(each));
                }
            }
        }
        return state;
    }

    private static String described(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return "folder";
        }
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        boolean message = file.getParent().endsWith("cur") || file.getParent().endsWith("new");
        return Files.getLastModifiedTime(file) + " " + Files.size(file) + " "
                + (message ? "" : Arrays.hashCode(Files.readAllBytes(file)));
    }

    /** What {@code doveadm} says: messages with UID, flags and MODSEQ, folders, subscriptions, rights, quota, scripts. */
    List<String> asked(List<String> mailboxes) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        for (String mailbox : mailboxes) {
            all.addAll(doveadm("fetch", "-u", mailbox, MESSAGES, "mailbox", "*"));
            all.addAll(doveadm("mailbox", "status", "-u", mailbox, FOLDERS, "*"));
            all.addAll(doveadm("mailbox", "list", "-u", mailbox, "-s"));
            all.addAll(doveadm("acl", "get", "-u", mailbox, "INBOX"));
            all.addAll(doveadm("quota", "get", "-u", mailbox));
            all.addAll(doveadm("sieve", "list", "-u", mailbox));
            all.addAll(doveadm("mailbox", "metadata", "list", "-u", mailbox, "INBOX"));
        }
        return all;
    }

    private List<String> doveadm(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("doveadm", "-c", server.configuration().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", arguments) + ": " + lines);
        }
        return lines;
    }
}
