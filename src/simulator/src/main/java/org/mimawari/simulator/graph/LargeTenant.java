package org.mimawari.simulator.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tenant of any number of mailboxes, each with a rule and some sent mail, made up as they are asked for. */
public final class LargeTenant implements GraphTenant {

    private static final String DOMAIN = "large.example";
    private static final int SIGN_INS_A_DAY = 2;

    private final int mailboxes;
    private final int messages;
    private final List<GraphItem> users = new ArrayList<>();
    private final List<GraphItem> forwarding = new ArrayList<>();
    private final List<GraphItem> signIns = new ArrayList<>();
    private final Instant end;

    /** @param messages how many each mailbox sent */
    public LargeTenant(int mailboxes, int messages, Instant end) {
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.end = end;
        for (int i = 0; i < mailboxes; i++) {
            users.add(GraphItem.of(GraphRecords.user(id(i), address(i))));
            forwarding.add(GraphItem.of(ExchangeRecords.mailbox(address(i), "", List.of())));
            for (int j = 0; j < SIGN_INS_A_DAY; j++) {
                signIns.add(signIn(i, j));
            }
        }
    }

    private GraphItem signIn(int mailbox, int number) {
        Instant time = end.minus(Duration.ofHours(4L + number)).plusMillis(mailbox);
        return GraphItem.at(time, GraphRecords.signIn(new GraphRecords.SignIn(
                String.format("%08d-%04d-4000-8000-000000000002", mailbox, number), time, address(mailbox), "192.0.2.10", "JP",
                64_500, "Edge", "Outlook", "00000002-0000-0ff1-ce00-000000000000", "", 0, true, "device")));
    }

    private static String id(int mailbox) {
        return String.format("%08d-0000-4000-8000-000000000001", mailbox);
    }

    private static String address(int mailbox) {
        return "user" + mailbox + "@" + DOMAIN;
    }

    @Override
    public Optional<List<GraphItem>> list(String path) {
        if (path.equals("users")) {
            return Optional.of(users);
        }
        if (path.equals("auditLogs/signIns")) {
            return Optional.of(signIns);
        }
        if (path.endsWith("/messageRules")) {
            return Optional.of(List.of(GraphItem.of(GraphRecords.hidingRule("r", "Newsletters", List.of("newsletter"), "f"))));
        }
        if (path.endsWith("/sentitems/messages")) {
            return Optional.of(sent(Integer.parseInt(path.substring(6, 14))));
        }
        if (path.startsWith("exchange/")) {
            return Optional.of(exchange(path));
        }
        return path.startsWith("users/") ? Optional.empty() : Optional.of(List.of());
    }

    private List<GraphItem> exchange(String path) {
        if (path.equals("exchange/Get-Mailbox")) {
            return forwarding;
        }
        if (path.startsWith("exchange/Get-InboxRule/")) {
            return List.of(GraphItem.hidden(ExchangeRecords.junkRule()));
        }
        boolean permissions = path.startsWith("exchange/Get-MailboxPermission/");
        return permissions ? List.of(GraphItem.of(ExchangeRecords.mailboxPermission("user", "NT AUTHORITY\\SELF")))
                : List.of();
    }

    private List<GraphItem> sent(int mailbox) {
        List<GraphItem> sent = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Instant time = end.minus(Duration.ofMinutes(90L + 60L * i));
            sent.add(GraphItem.at(time, GraphRecords.sent("m" + mailbox + "-" + i, time, address(mailbox),
                    List.of("customer" + (mailbox + i) % 997 + "@partner.example"), "Weekly order " + i)));
        }
        return sent;
    }

    @Override
    public Optional<String> object(String path) {
        if (path.endsWith("/mailboxSettings")) {
            return Optional.of(GraphRecords.settings("user"));
        }
        return path.contains("/mailFolders/") ? Optional.of(GraphRecords.folder("f", "Newsletters")) : Optional.empty();
    }

    public int mailboxes() {
        return mailboxes;
    }
}
