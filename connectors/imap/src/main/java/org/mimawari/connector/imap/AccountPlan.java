package org.mimawari.connector.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.evidence.MailboxAddress;

/**
 * Which mailboxes to open: named in the configuration, and in a file with one {@code address} or
 * {@code address,user,password-reference} a line. Each address counts once.
 */
record AccountPlan(List<String> mailboxes, Optional<Path> file, SignInWay way) {

    private static final int MOST_LINES = 1_000_000;

    AccountPlan {
        mailboxes = List.copyOf(mailboxes);
    }

    /** @throws ConnectorException where the file, or a password it refers to, cannot be read */
    List<Account> accounts() throws ConnectorException {
        Map<MailboxAddress, Account> accounts = new LinkedHashMap<>();
        for (String mailbox : mailboxes) {
            add(new String[] {mailbox}, "the setting 'mailboxes'", accounts);
        }
        if (file.isPresent()) {
            int number = 0;
            for (String line : lines(file.get())) {
                number++;
                String bare = line.strip();
                if (!bare.isEmpty() && !bare.startsWith("#")) {
                    add(bare.split(",", 3), file.get() + ", line " + number, accounts);
                }
            }
        }
        if (accounts.isEmpty()) {
            throw usage("there is no mailbox in " + file.map(Path::toString).orElse("the setting 'mailboxes'"));
        }
        return new ArrayList<>(accounts.values());
    }

    private void add(String[] fields, String where, Map<MailboxAddress, Account> accounts) throws ConnectorException {
        MailboxAddress mailbox = MailboxAddress.find(fields[0]).orElseThrow(
                () -> usage(where + ": expected the address of a mailbox"));
        String user = fields.length > 1 && !fields[1].isBlank() ? fields[1].strip() : fields[0].strip();
        Optional<String> password = Optional.empty();
        if (fields.length > 2 && !fields[2].isBlank()) {
            password = Optional.of(secret(fields[2].strip(), where));
        }
        accounts.putIfAbsent(mailbox, new Account(mailbox, way.credentials(user, password, where)));
    }

    /** {@code ${env:NAME}} or {@code ${file:PATH}}; a file of mailboxes is no place for passwords. */
    private String secret(String reference, String where) throws ConnectorException {
        boolean known = reference.endsWith("}") && (reference.startsWith("${env:") || reference.startsWith("${file:"));
        if (!known) {
            throw usage(where + ": the third field is a reference to a password, ${env:NAME} or ${file:PATH}");
        }
        String name = reference.substring(reference.indexOf(':') + 1, reference.length() - 1);
        if (reference.startsWith("${env:")) {
            return Optional.ofNullable(System.getenv(name))
                    .orElseThrow(() -> usage(where + ": the environment variable " + name + " is not set"));
        }
        try {
            Path base = file.map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
            return Files.readString(base.resolve(name), StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
        } catch (IOException | InvalidPathException e) {
            throw usage(where + ": cannot read the secret file " + name);
        }
    }

    private static List<String> lines(Path file) throws ConnectorException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.limit(MOST_LINES).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new ConnectorException(Problem.USAGE, "cannot read 'mailboxes-file' " + file, e);
        }
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
