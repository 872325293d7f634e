package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.CsvRow;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Place;

/** One row of a table that the admin console exported, as the activity that the Reports API would have given. */
final class ConsoleRow {

    private final Map<String, String> cells = new LinkedHashMap<>();
    private final String log;
    private final ConsoleTimes times;

    ConsoleRow(CsvRow row, List<String> columns, Optional<String> log, ConsoleTimes times) {
        for (int at = 0; at < columns.size() && at < row.fields().size(); at++) {
            String value = row.fields().get(at).strip();
            if (!value.isEmpty()) {
                cells.putIfAbsent(columns.get(at), value);
            }
        }
        this.log = log.orElseGet(this::guessedLog);
        this.times = times;
    }

    /** Where the columns do not tell, the event does: what no account does to itself, an administrator did. */
    private String guessedLog() {
        return ConsoleEvents.isOfAccount(shown()) ? "login" : "admin";
    }

    private String shown() {
        return cell(ConsoleColumns.EVENT).or(() -> cell(ConsoleColumns.DESCRIPTION)).orElse("");
    }

    /** Why the row cannot be read; empty where it can. A wrong date must not pass for an undated event. */
    Optional<String> problem() {
        if (shown().isEmpty()) {
            return Optional.of("the row names no event");
        }
        boolean unread = cell(ConsoleColumns.TIME).filter(text -> times.find(text).isEmpty()).isPresent();
        return unread ? Optional.of("its date cannot be read") : Optional.empty();
    }

    /** The activity; the row must have no problem. */
    Activity activity(EvidenceRef ref) {
        String shown = shown();
        EventParameters parameters = parameters();
        String name = name(shown, parameters);
        described(name, parameters);
        // The log of Gmail names the owner of the mailbox where others name who acted.
        Optional<String> who = cell(ConsoleColumns.ACTOR)
                .or(() -> log.equals("gmail") ? cell("owner") : Optional.empty());
        ActivityActor actor = new ActivityActor(who,
                cell(ConsoleColumns.IP).flatMap(IpAddress::find), place(), cell(ConsoleColumns.CLIENT),
                Optional.empty());
        return new Activity(ref, log, cell(ConsoleColumns.TIME).flatMap(times::find), actor,
                List.of(new ActivityEvent("", name, parameters, true)));
    }

    private String name(String shown, EventParameters parameters) {
        return switch (log) {
            case "admin" -> ConsoleEvents.admin(shown);
            case "token" -> ConsoleEvents.token(shown);
            case "drive" -> ConsoleEvents.drive(shown);
            case "gmail" -> mail(shown, parameters);
            case "login" -> ConsoleEvents.login(shown);
            default -> shown.replace(' ', '_');
        };
    }

    private EventParameters parameters() {
        EventParameters parameters = new EventParameters();
        cells.forEach((column, value) -> {
            if (!column.startsWith("@")) {
                ConsoleValues.of(column, value).forEach(each -> parameters.add(column, each));
            }
        });
        cell(ConsoleColumns.DESCRIPTION).ifPresent(text -> parameters.add("description", text));
        return parameters;
    }

    /** What only the sentence in the description names: the other account, the address forwarded to. */
    private void described(String name, EventParameters parameters) {
        Optional<String> other = cell(ConsoleColumns.DESCRIPTION).flatMap(this::otherAddress);
        if (other.isEmpty()) {
            return;
        }
        if (AccountChanges.isForwarding(name)) {
            addWhereMissing("email_forwarding_destination_address", other.get(), parameters);
        } else if (log.equals("admin")) {
            addWhereMissing("USER_EMAIL", other.get(), parameters);
        }
    }

    private Optional<String> otherAddress(String description) {
        String actor = cell(ConsoleColumns.ACTOR).orElse("");
        return AddressesInText.of(description).stream().filter(each -> !each.equalsIgnoreCase(actor)).findFirst();
    }

    private static void addWhereMissing(String name, String value, EventParameters parameters) {
        if (!parameters.isGiven(name)) {
            parameters.add(name, value);
        }
    }

    private Place place() {
        Optional<Long> network = cell(ConsoleColumns.ASN).map(text -> text.toUpperCase(Locale.ROOT).replace("AS", ""))
                .map(EventParameters::whole).filter(number -> number > 0);
        Optional<String> country = cell(ConsoleColumns.COUNTRY).filter(text -> text.length() == 2)
                .map(text -> text.toUpperCase(Locale.ROOT));
        return Place.of(country, network, Optional.empty());
    }

    private String mail(String shown, EventParameters parameters) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("mail_event_type", ConsoleEvents.mail(shown));
        ObjectNode client = event.putObject("client_context");
        cell("@client-type").ifPresent(type -> client.put("client_type", type));
        cell("@delegate").ifPresent(delegate -> client.putObject("session_context").put("delegate_user_email",
                delegate));
        parameters.add("event_info", event);
        parameters.add("message_info", message());
        return "delivery";
    }

    private JsonNode message() {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        cell("@message-id").ifPresent(id -> message.put("rfc2822_message_id", id));
        cell("@subject").ifPresent(subject -> message.put("subject", subject));
        ObjectNode source = message.putObject("source");
        cell("@from").ifPresent(from -> source.put("from_header_address", from));
        cell("@envelope-from").ifPresent(from -> source.put("address", from));
        ArrayNode destination = message.putArray("destination");
        cell("@to").ifPresent(to -> AddressesInText.of(to).forEach(each -> destination.addObject().put("address",
                each)));
        cell("@attachment").ifPresent(names -> {
            ArrayNode attachments = message.putArray("attachment");
            List.of(names.split("[,;\n]", 50)).forEach(name -> attachments.addObject().put("file_name", name.strip()));
        });
        cell("@link").ifPresent(hosts -> Scopes.split(hosts).forEach(message.withArray("link_domain")::add));
        cell("@spam").map(ConsoleEvents::folded).ifPresent(spam -> message.put("is_spam",
                !spam.startsWith("clean") && !spam.startsWith("no") && (spam.contains("spam") || spam.contains("phish")
                || spam.contains("malware") || spam.contains("迷惑"))));
        return message;
    }

    private Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }
}
