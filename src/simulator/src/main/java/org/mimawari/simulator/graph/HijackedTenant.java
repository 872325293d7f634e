package org.mimawari.simulator.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.mimawari.simulator.graph.GraphRecords.SignIn;

/**
 * Forty people at work for two weeks, and one of them hijacked on the eleventh day: a phished session, a second factor of
 * the intruder's, a rule that hides answers, forwarding to outside, and an answer in a running conversation that leads to an
 * imitation of the partner's domain.
 */
public final class HijackedTenant {

    public static final String DOMAIN = "kogane.example";
    /** Whose account is taken over. */
    public static final String VICTIM = "user17@" + DOMAIN;
    /** The partner, and who pretends to be. */
    public static final String PARTNER = "sales@hoshino-parts.example";
    public static final String IMITATION = "sales@hoshino-part5.example";

    private static final String OFFICE = "192.0.2.10";
    private static final String INTRUDER = "203.0.113.77";
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";
    private static final String THEIRS = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36";
    private static final String MAIL_APP = "00000002-0000-0ff1-ce00-000000000000";
    private static final String OFFICE_HOME = "4765445b-32c6-49b0-83e6-1d93765276ca";
    private static final int PEOPLE = 40;
    private static final int DAYS = 14;

    private final Instant end;
    private final StoredTenant tenant = new StoredTenant();
    private final SplittableRandom chance = new SplittableRandom(40);
    private int records;

    private HijackedTenant(Instant end) {
        this.end = end;
    }

    /** The tenant as it is at that moment, at midnight of a working day. */
    public static StoredTenant at(Instant end) {
        HijackedTenant story = new HijackedTenant(end);
        story.people();
        story.work();
        story.hijack();
        return story.tenant;
    }

    /** When the session was phished. */
    public static Instant phished(Instant end) {
        return end.minus(Duration.ofDays(3)).plus(Duration.ofHours(1));
    }

    private static String address(int person) {
        return "user" + person + "@" + DOMAIN;
    }

    private static String id(int person) {
        return String.format("%08d-0000-4000-8000-000000000001", person);
    }

    private String record() {
        return String.format("%08d-0000-4000-8000-00000000000a", ++records);
    }

    private void people() {
        tenant.add("domains", GraphItem.of("{\"id\":\"" + DOMAIN + "\",\"isVerified\":true}"));
        for (int i = 1; i <= PEOPLE; i++) {
            tenant.mailbox(id(i), address(i));
            tenant.add("reports/authenticationMethods/userRegistrationDetails",
                    GraphItem.of(GraphRecords.registration(id(i), address(i), List.of("microsoftAuthenticatorPush"))));
        }
        String scheduler = "00000000-0000-4000-8000-00000000a001";
        tenant.add("servicePrincipals", GraphItem.of(GraphRecords.principal(scheduler, "Room Scheduler")));
        tenant.add("servicePrincipals/" + scheduler + "/appRoleAssignments",
                GraphItem.of(GraphRecords.role("role-1", scheduler, "Room Scheduler")));
        tenant.add("oauth2PermissionGrants",
                GraphItem.of(GraphRecords.grant("grant-1", scheduler, id(3), "openid Calendars.Read")));
        tenant.add("directory/deletedItems/microsoft.graph.user",
                GraphItem.of(GraphRecords.user("00000000-0000-4000-8000-00000000dead", "left@" + DOMAIN)));
    }

    private void work() {
        for (int day = 0; day < DAYS; day++) {
            Instant morning = end.minus(Duration.ofDays(DAYS - day));
            for (int i = 1; i <= PEOPLE; i++) {
                work(i, morning);
            }
        }
    }

    private void work(int person, Instant morning) {
        Instant start = morning.plusSeconds(chance.nextInt(1_800));
        String device = id(person);
        signIn("", new SignIn(record(), start, address(person), OFFICE, "JP", 64_500, EDGE, "Office 365 Exchange Online",
                MAIL_APP, "", 0, true, device));
        signIn("nonInteractiveUser", new SignIn(record(), start.plusSeconds(3_600), address(person), OFFICE, "JP", 64_500,
                EDGE, "Office 365 Exchange Online", MAIL_APP, id(person) + "-" + morning.getEpochSecond(), 0, true, device));
        for (int i = 0; i < 2; i++) {
            send(person, start.plusSeconds(1_200L * (i + 1)), List.of(i == 0 ? PARTNER : address(1 + chance.nextInt(PEOPLE))),
                    i == 0 ? "Re: 部品の納期について" : "会議の件");
        }
    }

    private void signIn(String type, SignIn signIn) {
        tenant.add("auditLogs/signIns", new GraphItem(signIn.time(), type, GraphRecords.signIn(signIn)));
    }

    private void send(int person, Instant time, List<String> to, String subject) {
        String id = record();
        tenant.add("users/" + id(person) + "/mailFolders/sentitems/messages",
                GraphItem.at(time, GraphRecords.sent(id, time, address(person), to, subject)));
        for (String recipient : to) {
            tenant.add("admin/exchange/tracing/messageTraces",
                    GraphItem.at(time, GraphRecords.trace(id, time, address(person), recipient, subject)));
        }
    }

    private void hijack() {
        int victim = 17;
        Instant phished = phished(end);
        signIn("", new SignIn(record(), phished, VICTIM, INTRUDER, "NL", 64_666, THEIRS, "OfficeHome", OFFICE_HOME, "", 0,
                true, ""));
        signIn("nonInteractiveUser", new SignIn(record(), phished.plusSeconds(240), VICTIM, INTRUDER, "NL", 64_666, THEIRS,
                "Office 365 Exchange Online", MAIL_APP, id(victim) + "-" + end.minus(Duration.ofDays(3)).getEpochSecond(), 0,
                true, ""));
        tenant.add("auditLogs/directoryAudits", GraphItem.at(phished.plusSeconds(600), GraphRecords.directoryAudit(record(),
                phished.plusSeconds(600), "User registered security info", VICTIM,
                Map.of("reason", "User registered Authenticator App with Notification and Code", "ip", INTRUDER))));
        tenant.add("identityProtection/riskDetections", GraphItem.at(phished,
                GraphRecords.riskDetection(record(), phished, VICTIM, INTRUDER)));
        tenant.add("identityProtection/riskyUsers", GraphItem.of(GraphRecords.riskyUser(id(victim), phished, VICTIM)));
        rule(victim, phished.plusSeconds(1_200));
        forwarding(phished.plusSeconds(1_500));
        send(victim, phished.plusSeconds(5_400), List.of(IMITATION), "Re: 部品の納期について");
    }

    private void rule(int victim, Instant time) {
        List<String> words = List.of("hoshino-parts", "請求", "振込");
        tenant.add("users/" + id(victim) + "/mailFolders/inbox/messageRules",
                GraphItem.of(GraphRecords.hidingRule("rule-1", ".", words, "AAMkRss=")));
        tenant.put("users/" + id(victim) + "/mailFolders/AAMkRss=", GraphRecords.folder("AAMkRss=", "RSS フィード"));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Name", ".");
        parameters.put("SubjectOrBodyContainsWords", String.join(";", words));
        parameters.put("MoveToFolder", "RSS フィード");
        parameters.put("MarkAsRead", "True");
        parameters.put("ClientIP", INTRUDER + ":51234");
        tenant.audit(GraphItem.at(time, GraphRecords.cmdlet(record(), time, "New-InboxRule", VICTIM, parameters)));
    }

    private void forwarding(Instant time) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Identity", VICTIM);
        parameters.put("ForwardingSmtpAddress", "smtp:archive17@keepsafe.example");
        parameters.put("DeliverToMailboxAndForward", "True");
        parameters.put("ClientIP", INTRUDER + ":51240");
        tenant.audit(GraphItem.at(time, GraphRecords.cmdlet(record(), time, "Set-Mailbox", VICTIM, parameters)));
    }
}
