import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes an invented Microsoft 365 audit log, one JSON object a line. The same options give the same bytes, and both
 * orders hold the same records. Usage: {@code java AuditLog.java --bytes 1000000000 --order time|shuffled --out FILE
 * [--seed 42]}. The size is met within a few percent.
 *
 * <p>One account in a hundred is taken over: a sign-in from elsewhere, a rule that deletes answers, and 200 messages in
 * twenty minutes. One record in a hundred comes twice.
 */
public final class AuditLog {

    private static final int MEAN_BYTES = 1210;
    private static final int BYTES_OF_AN_ACCOUNT = 1_000_000;
    private static final int DAYS = 28;
    private static final long START = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond();
    private static final String TENANT = "7d1c2b6e-51f0-4c39-9a54-08a4b1f0c001";
    private static final String DOMAIN = "hinode.example";
    private static final String[] GIVEN = {"aiko", "daichi", "emi", "haruto", "john", "kenta", "maria", "sota", "yui"};
    private static final String[] FAMILY = {"abe", "endo", "fujii", "hara", "ito", "mori", "ono", "smith", "wada"};
    private static final String[] AGENTS = {
        "Mozilla\\/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit\\/537.36 (KHTML, like Gecko) Chrome\\/126.0.0.0 "
                + "Safari\\/537.36 Edg\\/126.0.0.0",
        "Mozilla\\/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit\\/605.1.15 (KHTML, like Gecko) "
                + "Mobile\\/15E148",
        "Mozilla\\/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit\\/605.1.15 (KHTML, like Gecko) "
                + "Version\\/17.4 Safari\\/605.1.15"};
    private static final String[] CLIENTS = {"Client=OWA;Action=ViaProxy", "Client=REST;Client=RESTSystem;;",
        "Client=MSExchangeRPC", "Client=Microsoft.Exchange.ActiveSync"};
    private static final String[] SUBJECTS = {"\\u898b\\u7a4d\\u66f8\\u306e\\u4ef6", "打ち合わせの件", "Weekly report",
        "Re: order", "請求書のご送付", "Holiday plan"};

    /** What a record is about. */
    private enum Kind { SIGN_IN, FAILURE, READ, SEND, FILE, REMOVAL, RULE, INTRUSION, DELETING_RULE, MASS_MAIL }

    /** A record before it is written out: all of it follows from these. */
    private record Event(Kind kind, int account, long second, long seed) {}

    private final long seed;
    private final int accounts;
    private final List<Event> events = new ArrayList<>();

    private AuditLog(long seed, long bytes) {
        this.seed = seed;
        this.accounts = (int) Math.max(20, bytes / BYTES_OF_AN_ACCOUNT);
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < bytes / MEAN_BYTES; i++) {
            int account = random.nextInt(accounts);
            Event event = new Event(kind(random.nextInt(1000)), account, second(account, random), random.nextLong());
            events.add(event);
            if (random.nextInt(100) == 0) {
                events.add(event);
            }
        }
        for (int account = 7; account < accounts; account += 100) {
            takeOver(account, random);
        }
    }

    public static void main(String[] arguments) throws IOException {
        AuditLog log = new AuditLog(Long.parseLong(option(arguments, "--seed", "42")),
                Long.parseLong(option(arguments, "--bytes", "100000000")));
        log.order(option(arguments, "--order", "time"));
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(Path.of(option(arguments, "--out", "audit.ndjson"))), 1 << 18)) {
            log.write(out);
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return otherwise;
    }

    private static Kind kind(int thousandth) {
        if (thousandth < 160) {
            return Kind.SIGN_IN;
        }
        if (thousandth < 166) {
            return Kind.FAILURE;
        }
        if (thousandth < 470) {
            return Kind.READ;
        }
        if (thousandth < 620) {
            return Kind.SEND;
        }
        if (thousandth < 960) {
            return Kind.FILE;
        }
        return thousandth < 999 ? Kind.REMOVAL : Kind.RULE;
    }

    /** Some second of a day's work; one account in twenty also works at night. */
    private static long second(int account, SplittableRandom random) {
        int hour = account % 20 == 3 ? random.nextInt(24) : 8 + random.nextInt(10);
        return START + random.nextInt(DAYS) * 86_400L + hour * 3600L + random.nextInt(3600);
    }

    private void takeOver(int account, SplittableRandom random) {
        long start = START + (14 + random.nextInt(12)) * 86_400L + 3 * 3600L;
        events.add(new Event(Kind.INTRUSION, account, start, random.nextLong()));
        events.add(new Event(Kind.DELETING_RULE, account, start + 240, random.nextLong()));
        for (int i = 0; i < 200; i++) {
            events.add(new Event(Kind.MASS_MAIL, account, start + 900 + i * 6L, random.nextLong()));
        }
    }

    private void order(String order) {
        if (order.equals("time")) {
            events.sort(Comparator.comparingLong(Event::second).thenComparingLong(Event::seed));
            return;
        }
        SplittableRandom random = new SplittableRandom(seed + 1);
        for (int i = events.size() - 1; i > 0; i--) {
            Event other = events.set(random.nextInt(i + 1), events.get(i));
            events.set(i, other);
        }
    }

    private void write(OutputStream out) throws IOException {
        for (Event event : events) {
            out.write(line(event).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
    }

    private String line(Event event) {
        SplittableRandom random = new SplittableRandom(event.seed());
        return switch (event.kind()) {
            case SIGN_IN, FAILURE, INTRUSION -> signIn(event, random);
            case READ -> read(event, random);
            case SEND, MASS_MAIL -> sent(event, random);
            case FILE -> file(event, random);
            case REMOVAL -> removal(event, random);
            case RULE -> rule(event, random, "{\"Name\":\"Name\",\"Value\":\"News\"},{\"Name\":\"MoveToFolder\","
                    + "\"Value\":\"News\"}");
            case DELETING_RULE -> rule(event, random, "{\"Name\":\"Name\",\"Value\":\"..\"},{\"Name\":"
                    + "\"SubjectOrBodyContainsWords\",\"Value\":\"undelivered;hacked;virus\"},"
                    + "{\"Name\":\"DeleteMessage\",\"Value\":\"True\"}");
        };
    }

    private String head(Event event, SplittableRandom random, String operation, String rest) {
        return "{\"CreationTime\":\"" + Instant.ofEpochSecond(event.second()).toString().substring(0, 19)
                + "\",\"Id\":\"" + uuid(random) + "\",\"Operation\":\"" + operation + "\",\"OrganizationId\":\"" + TENANT
                + "\",\"UserKey\":\"10032001" + hex(event.account() * 7919L, 8) + "\",\"UserType\":0,\"Version\":1,"
                + rest;
    }

    private String signIn(Event event, SplittableRandom random) {
        boolean failed = event.kind() == Kind.FAILURE;
        String ip = address(event);
        String user = user(event.account());
        return head(event, random, failed ? "UserLoginFailed" : "UserLoggedIn", "\"RecordType\":15,\"ResultStatus\":"
                + "\"Success\",\"Workload\":\"AzureActiveDirectory\",\"ClientIP\":\"" + ip + "\",\"ObjectId\":"
                + "\"00000003-0000-0000-c000-000000000000\",\"UserId\":\"" + user + "\",\"AzureActiveDirectoryEventType\":"
                + "1,\"ExtendedProperties\":[{\"Name\":\"ResultStatusDetail\",\"Value\":\"Success\"},{\"Name\":\"UserAgent"
                + "\",\"Value\":\"" + agent(event) + "\"},{\"Name\":\"UserAuthenticationMethod\",\"Value\":\"1\"},{\"Name\":"
                + "\"RequestType\",\"Value\":\"Login:login\"}],\"ModifiedProperties\":[],\"Actor\":[{\"ID\":\"" + user
                + "\",\"Type\":5}],\"ActorContextId\":\"" + TENANT + "\",\"ActorIpAddress\":\"" + ip
                + "\",\"InterSystemsId\":\"" + uuid(random) + "\",\"IntraSystemId\":\"" + uuid(random)
                + "\",\"SupportTicketId\":\"\",\"Target\":[{\"ID\":\"00000003-0000-0000-c000-000000000000\",\"Type\":0}],"
                + "\"TargetContextId\":\"" + TENANT + "\",\"ApplicationId\":\"d3590ed6-52b3-4102-aeff-aad2292ab01c\","
                + "\"DeviceProperties\":[{\"Name\":\"OS\",\"Value\":\"Windows 10\"},{\"Name\":\"BrowserType\",\"Value\":"
                + "\"Edge\"},{\"Name\":\"SessionId\",\"Value\":\"" + uuid(random) + "\"}],"
                + (failed ? "\"ErrorNumber\":\"50126\",\"LogonError\":\"InvalidUserNameOrPassword\"}"
                        : "\"ErrorNumber\":\"0\"}"));
    }

    private String item(Event event, SplittableRandom random, String operation, String rest) {
        String place = random.nextBoolean() ? "" : "\"ClientIP\":\"" + address(event) + "\",";
        return head(event, random, operation, "\"RecordType\":2,\"ResultStatus\":\"Succeeded\",\"Workload\":\"Exchange\","
                + place + "\"UserId\":\"" + user(event.account()) + "\",\"ClientIPAddress\":\"" + address(event)
                + "\",\"ClientInfoString\":\"" + CLIENTS[event.account() % CLIENTS.length]
                + "\",\"ExternalAccess\":false,\"InternalLogonType\":0,\"LogonType\":0,\"LogonUserSid\":\"S-1-5-21-1376-3565-"
                + event.account() + "\",\"MailboxGuid\":\"" + uuid(random) + "\",\"MailboxOwnerSid\":\"S-1-5-21-1376-3565-"
                + event.account() + "\",\"MailboxOwnerUPN\":\"" + user(event.account()) + "\",\"OrganizationName\":\""
                + DOMAIN + "\",\"OriginatingServer\":\"TY1PR01MB" + random.nextInt(1000, 9999)
                + " (15.20.4129.032)\\u000d\\u000a\",\"SessionId\":\"" + uuid(random) + "\"," + rest);
    }

    private String read(Event event, SplittableRandom random) {
        int items = 1 + random.nextInt(4);
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items; i++) {
            list.append(i == 0 ? "" : ",").append("{\"InternetMessageId\":\"<").append(uuid(random))
                    .append("@mail.supplier.example>\"}");
        }
        return item(event, random, "MailItemsAccessed", "\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":"
                + "\"Bind\"},{\"Name\":\"IsThrottled\",\"Value\":\"False\"}],\"Folders\":[{\"FolderItems\":[" + list
                + "],\"Id\":\"" + opaque(random, 64) + "\",\"Path\":\"\\\\Inbox\"}],\"OperationCount\":" + items + "}");
    }

    private String sent(Event event, SplittableRandom random) {
        String subject = event.kind() == Kind.MASS_MAIL ? "Invoice overdue" : SUBJECTS[random.nextInt(SUBJECTS.length)];
        return item(event, random, "Send", "\"Item\":{\"Id\":\"" + opaque(random, 100) + "\",\"InternetMessageId\":\"<TY1"
                + opaque(random, 24) + "@TY1PR01MB5056.jpnprd01.prod.example>\",\"ParentFolder\":{\"Id\":\""
                + opaque(random, 64) + "\",\"Path\":\"\\\\Drafts\"},\"SizeInBytes\":" + random.nextInt(2000, 90_000)
                + ",\"Subject\":\"" + subject + "\"}}");
    }

    private String removal(Event event, SplittableRandom random) {
        return item(event, random, "MoveToDeletedItems", "\"AffectedItems\":[{\"Id\":\"" + opaque(random, 100)
                + "\",\"InternetMessageId\":\"<" + uuid(random) + "@news.shop.example>\",\"ParentFolder\":{\"Id\":\""
                + opaque(random, 64) + "\",\"Path\":\"\\\\Inbox\"},\"Subject\":\"News\"}],\"CrossMailboxOperation\":false,"
                + "\"Folder\":{\"Id\":\"" + opaque(random, 64) + "\",\"Path\":\"\\\\Inbox\"}}");
    }

    private String file(Event event, SplittableRandom random) {
        String site = "https:\\/\\/hinode-my.sharepoint.example\\/personal\\/u" + event.account() + "\\/";
        return head(event, random, "FileAccessed", "\"RecordType\":6,\"Workload\":\"OneDrive\",\"ClientIP\":\""
                + address(event) + "\",\"ObjectId\":\"" + site + "Documents\\/計画 " + random.nextInt(4000)
                + ".xlsx\",\"UserId\":\"" + user(event.account()) + "\",\"CorrelationId\":\"" + uuid(random)
                + "\",\"EventSource\":\"SharePoint\",\"ItemType\":\"File\",\"ListId\":\"" + uuid(random)
                + "\",\"ListItemUniqueId\":\"" + uuid(random) + "\",\"Site\":\"" + uuid(random) + "\",\"UserAgent\":\""
                + agent(event) + "\",\"WebId\":\"" + uuid(random) + "\",\"SourceFileExtension\":\"xlsx\",\"SiteUrl\":\""
                + site + "\",\"SourceFileName\":\"計画.xlsx\",\"SourceRelativeUrl\":\"Documents\"}");
    }

    private String rule(Event event, SplittableRandom random, String parameters) {
        return head(event, random, "New-InboxRule", "\"RecordType\":1,\"ResultStatus\":\"True\",\"Workload\":\"Exchange\","
                + "\"ClientIP\":\"" + withPort(address(event), random) + "\",\"ObjectId\":\"" + user(event.account())
                + "\\\\Rule\",\"UserId\":\"" + user(event.account()) + "\",\"AppId\":\"\",\"ExternalAccess\":false,"
                + "\"OrganizationName\":\"" + DOMAIN + "\",\"OriginatingServer\":\"TY1PR01MB5043 (15.20.4219.025)\","
                + "\"Parameters\":[" + parameters + "],\"SessionId\":\"" + uuid(random) + "\"}");
    }

    private static String withPort(String address, SplittableRandom random) {
        String bare = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return bare + ":" + random.nextInt(1024, 65_535);
    }

    private String user(int account) {
        return GIVEN[account % GIVEN.length] + "." + FAMILY[account / GIVEN.length % FAMILY.length] + account + "@" + DOMAIN;
    }

    /** Home, office or phone, by the hour; the intruder comes from one place of his own. */
    private static String address(Event event) {
        boolean intruder = event.kind().ordinal() >= Kind.INTRUSION.ordinal();
        if (intruder) {
            return "203.0.113." + (event.account() % 250 + 1);
        }
        int account = event.account();
        if (account % 5 == 0) {
            return "2001:db8:" + Integer.toHexString(account & 0xffff) + ":1::" + Integer.toHexString(account % 97 + 1);
        }
        return event.second() % 3 == 0 ? "198.51.100." + (account % 8 + 1)
                : "100." + (64 + account % 60) + "." + account / 60 % 250 + "." + (account % 200 + 1);
    }

    private static String agent(Event event) {
        return event.kind() == Kind.INTRUSION ? "Mozilla\\/5.0 (X11; Linux x86_64; rv:109.0) Gecko\\/20100101 Firefox\\/115.0"
                : AGENTS[event.account() % AGENTS.length];
    }

    private static String uuid(SplittableRandom random) {
        String digits = hex(random.nextLong(), 16) + hex(random.nextLong(), 16);
        return digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                + digits.substring(16, 20) + "-" + digits.substring(20);
    }

    private static String hex(long value, int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (value >>> shift & 15), 16));
        }
        return text.toString();
    }

    private static String opaque(SplittableRandom random, int length) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
