package org.mimawari.connector.export.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.message.FolderNames;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;

/** Decides whose a message is, and whether it was sent or received, where its folder does not say. */
final class MailSorting {

    private static final List<String> ARRIVED = List.of("delivered-to", "x-original-to", "return-path", "envelope-to",
            "x-envelope-to", "x-apparently-to", "received-spf", "authentication-results");
    private static final List<String> RECEIVERS = List.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to",
            "x-apparently-to", "to", "cc");
    private static final int CERTAIN_RECEIVERS = 5;

    private final OwnDomains own;

    MailSorting(ExportSettings settings) {
        this.own = settings.ownDomains();
    }

    /** SENT, RECEIVED or DRAFTS. */
    FolderNames.Role role(MailMessage message, MailFolder folder) {
        if (message.headers().lower("x-unsent").equals("1")) {
            return FolderNames.Role.DRAFTS;
        }
        Optional<FolderNames.Role> told = folder.role().filter(role -> role != FolderNames.Role.MIXED);
        return told.or(() -> labelled(message)).orElseGet(
                () -> isSent(message, folder.owner()) ? FolderNames.Role.SENT : FolderNames.Role.RECEIVED);
    }

    /** Whose mailbox it lies in. */
    Optional<MailboxAddress> owner(MailMessage message, MailFolder folder, FolderNames.Role role) {
        if (folder.owner().isPresent()) {
            return folder.owner();
        }
        return role == FolderNames.Role.RECEIVED ? receiver(message.headers())
                : message.from().flatMap(MailboxAddress::findFull);
    }

    /** Google Takeout writes the labels of a message into its headers. */
    private static Optional<FolderNames.Role> labelled(MailMessage message) {
        List<FolderNames.Role> roles = message.headers().text("x-gmail-labels").stream()
                .flatMap(labels -> Stream.of(labels.split(","))).flatMap(label -> FolderNames.role(label).stream()).toList();
        return Stream.of(FolderNames.Role.DRAFTS, FolderNames.Role.RECEIVED, FolderNames.Role.SENT)
                .filter(roles::contains).findFirst();
    }

    /** A copy that was kept when sending has passed no server; a message that came in has, whoever it claims to be from. */
    private boolean isSent(MailMessage message, Optional<MailboxAddress> owner) {
        MailHeaders headers = message.headers();
        Optional<MailboxAddress> from = message.from().flatMap(MailboxAddress::findFull);
        if (from.isEmpty() || ARRIVED.stream().anyMatch(headers::has)) {
            return false;
        }
        boolean owners = owner.isPresent() && owner.equals(from);
        return owners || own.contains(from.get()) && !headers.has("received");
    }

    private Optional<MailboxAddress> receiver(MailHeaders headers) {
        List<MailboxAddress> ours = RECEIVERS.stream().flatMap(name -> addresses(headers, name)).filter(own::contains)
                .toList();
        if (!ours.isEmpty() || !own.isEmpty()) {
            return ours.stream().findFirst();
        }
        return RECEIVERS.stream().limit(CERTAIN_RECEIVERS).flatMap(name -> addresses(headers, name)).findFirst()
                .or(() -> only(addresses(headers, "to").toList()));
    }

    private static Optional<MailboxAddress> only(List<MailboxAddress> addresses) {
        return addresses.size() == 1 ? Optional.of(addresses.get(0)) : Optional.empty();
    }

    private static Stream<MailboxAddress> addresses(MailHeaders headers, String name) {
        return headers.addresses(name).stream().flatMap(text -> MailboxAddress.findFull(text).stream());
    }
}
