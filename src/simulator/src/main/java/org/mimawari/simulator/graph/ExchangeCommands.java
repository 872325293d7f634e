package org.mimawari.simulator.graph;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the commands of Exchange that show something, as the route behind its shell does. */
final class ExchangeCommands {

    /** By this type a tenant's rule is hidden. */
    static final String HIDDEN = "hidden";

    private static final String LISTS = "exchange/";
    private static final Pattern COMMAND = Pattern.compile("\"CmdletName\":\"([A-Za-z-]+)\"");
    private static final Pattern MAILBOX = Pattern.compile("\"(?:Mailbox|Identity)\":\"([^\"]+)\"");
    private static final Pattern SIZE = Pattern.compile("\"ResultSize\":\"([0-9]+)\"");

    private final GraphTenant tenant;

    ExchangeCommands(GraphTenant tenant) {
        this.tenant = tenant;
    }

    /** What the command shows; a refusal where it shows nothing. */
    record Shown(List<GraphItem> items, Optional<GraphReply> refusal) {}

    Shown run(GraphRequest request) {
        Matcher command = COMMAND.matcher(request.body());
        boolean isShowing = request.method().equals("POST") && command.find() && command.group(1).startsWith("Get-");
        if (!isShowing) {
            return refused(400, "CommandNotFoundException", "The term is not recognized as the name of a cmdlet.");
        }
        Matcher mailbox = MAILBOX.matcher(request.body());
        Optional<List<GraphItem>> list = tenant.list(LISTS + command.group(1) + (mailbox.find() ? "/"
                + mailbox.group(1) : ""));
        if (list.isEmpty()) {
            return mailbox.reset().find()
                    ? refused(404, "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
                    "The operation couldn't be performed because object '" + mailbox.group(1) + "' couldn't be found.")
                    : new Shown(List.of(), Optional.empty());
        }
        boolean all = request.body().contains("\"IncludeHidden\":true");
        Matcher size = SIZE.matcher(request.body());
        int most = size.find() ? Integer.parseInt(size.group(1)) : Integer.MAX_VALUE;
        return new Shown(list.get().stream().filter(item -> all || !item.type().equals(HIDDEN)).limit(most).toList(),
                Optional.empty());
    }

    private static Shown refused(int status, String type, String message) {
        return new Shown(List.of(), Optional.of(refusal(status, type, message)));
    }

    /** An error in the shape of Exchange: what went wrong stands in the details. */
    static GraphReply refusal(int status, String type, String message) {
        return GraphReply.json(status, GraphJson.object(json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", status == 404 ? "NotFound" : "BadRequest");
            json.writeStringField("message", "Error executing cmdlet");
            json.writeArrayFieldStart("details");
            json.writeStartObject();
            json.writeStringField("code", "Client");
            json.writeStringField("target", "");
            json.writeStringField("message", "Ex6F9304|" + type + "|" + message);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }));
    }
}
