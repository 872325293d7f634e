package org.mimawari.simulator.google;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.mimawari.simulator.google.WorkspaceRecords.Who;

/**
 * Twenty people at work for two weeks, and one of them taken over on the eleventh day: a sign-in from a foreign network with
 * the password alone, a second factor of the intruder's, forwarding to outside, a filter that throws the bank's mail away, an
 * address for answers elsewhere, and all data taken out.
 */
public final class HijackedWorkspace {

    public static final String DOMAIN = "kogane.example";
    /** Whose account is taken over. */
    public static final String VICTIM = "user7@" + DOMAIN;

    private static final String OFFICE = "192.0.2.10";
    private static final int PEOPLE = 20;
    private static final int DAYS = 14;

    private final Instant end;
    private final StoredWorkspace stored = new StoredWorkspace();
    private final SplittableRandom chance = new SplittableRandom(20);
    private final boolean hasSettings;
    private long records = 5_000_000_000L;

    private HijackedWorkspace(Instant end, boolean hasSettings) {
        this.end = end;
        this.hasSettings = hasSettings;
    }

    /** The organisation as it is at that moment, at midnight of a working day. */
    public static StoredWorkspace at(Instant end) {
        return new HijackedWorkspace(end, true).told();
    }

    /** The same, but mailboxes show nothing: what happened is in the logs only. */
    public static StoredWorkspace logsOnly(Instant end) {
        return new HijackedWorkspace(end, false).told();
    }

    private StoredWorkspace told() {
        people();
        for (int day = 0; day < DAYS; day++) {
            Instant morning = end.minus(Duration.ofDays(DAYS - day));
            for (int person = 1; person <= PEOPLE; person++) {
                work(person, morning);
            }
        }
        hijack();
        return stored;
    }

    /** When the intruder signed in. */
    public static Instant takenOver(Instant end) {
        return end.minus(Duration.ofDays(3)).plus(Duration.ofHours(1));
    }

    private static String address(int person) {
        return "user" + person + "@" + DOMAIN;
    }

    private void people() {
        stored.add("admin/directory/v1/customer/my_customer/domains",
                WorkspaceItem.of("{\"domainName\":\"" + DOMAIN + "\",\"verified\":true,\"isPrimary\":true}"));
        for (int i = 1; i <= PEOPLE; i++) {
            stored.user(address(i), WorkspaceRecords.user("1000" + i, address(i), i == 7));
        }
    }

    private void work(int person, Instant morning) {
        Instant start = morning.plusSeconds(chance.nextInt(1_800));
        Who who = new Who(address(person), OFFICE, "JP", 64_500);
        stored.activity("login", WorkspaceRecords.activity("login", ++records, start, who, WorkspaceRecords.event("login",
                "login_success", Map.of("login_type", "google_password", "login_challenge_method", "password",
                        "is_suspicious", "false"))));
        if (hasSettings) {
            Instant sent = start.plusSeconds(1_200);
            String id = Long.toHexString(++records);
            stored.sent(address(person), id, WorkspaceRecords.sent(id, sent, address(person),
                    List.of(address(1 + chance.nextInt(PEOPLE))), "会議の件"));
        }
    }

    private void hijack() {
        Instant at = takenOver(end);
        Who intruder = new Who(VICTIM, "203.0.113.77", "NL", 64_666);
        event("login", at, intruder, "login", "login_success", Map.of("login_type", "google_password",
                "login_challenge_method", "password", "is_suspicious", "true"));
        event("user_accounts", at.plusSeconds(300), intruder, "2sv_change", "2sv_enroll", Map.of());
        event("login", at.plusSeconds(300), intruder, "2sv_change", "2sv_enroll", Map.of());
        event("user_accounts", at.plusSeconds(900), intruder, "email_forwarding_change", "email_forwarding_out_of_domain",
                Map.of("email_forwarding_destination_address", "archive7@keepsafe.example"));
        event("takeout", at.plusSeconds(3_600), intruder, "TAKEOUT", "takeout_initiated", Map.of("products_requested", "Mail"));
        if (hasSettings) {
            settings();
        }
    }

    // Six parameters: what an event says.
    private void event(String log, Instant time, Who who, String type, String name, Map<String, String> parameters) {
        stored.activity(log, WorkspaceRecords.activity(log, ++records, time, who,
                WorkspaceRecords.event(type, name, parameters)));
    }

    private void settings() {
        stored.setting(VICTIM, "forwardingAddresses",
                "{\"forwardingEmail\":\"archive7@keepsafe.example\",\"verificationStatus\":\"accepted\"}");
        stored.change(VICTIM, "autoForwarding",
                "{\"enabled\":true,\"emailAddress\":\"archive7@keepsafe.example\",\"disposition\":\"trash\"}");
        stored.setting(VICTIM, "filters", "{\"id\":\"ANe1Bmj\",\"criteria\":{\"from\":\"mybank.example\",\"query\":\"振込 OR invoice\"},"
                + "\"action\":{\"addLabelIds\":[\"TRASH\"],\"removeLabelIds\":[\"UNREAD\",\"INBOX\"]}}");
        stored.setting(VICTIM, "sendAs", "{\"sendAsEmail\":\"" + VICTIM + "\",\"displayName\":\"user7\","
                + "\"replyToAddress\":\"user7.kogane@freemail.example\",\"isPrimary\":true}");
    }
}
