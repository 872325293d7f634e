package org.mimawari.simulator.google;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes records of Google's APIs, as their references show them. */
public final class WorkspaceRecords {

    private WorkspaceRecords() {}

    /** Who did something, from where. */
    public record Who(String address, String ip, String country, long asn) {}

    public static String user(String id, String address, boolean secondFactor) {
        return """
                {"kind":"admin#directory#user","id":"%s","primaryEmail":"%s","name":{"fullName":"%s"},"isAdmin":false,\
                "suspended":false,"archived":false,"isMailboxSetup":true,"isEnrolledIn2Sv":%s,"isEnforcedIn2Sv":false,\
                "creationTime":"2024-04-01T00:00:00.000Z","lastLoginTime":"2026-11-24T00:10:00.000Z","orgUnitPath":"/"}"""
                .formatted(id, address, address.substring(0, address.indexOf('@')), secondFactor);
    }

    /** One activity with one event; values of parameters are texts, {@code true} or {@code false}. */
    // Five parameters: what an activity says.
    public static WorkspaceItem activity(String log, long id, Instant time, Who who, String event) {
        return new WorkspaceItem(time, """
                {"kind":"admin#reports#activity","id":{"time":"%s","uniqueQualifier":"%d","applicationName":"%s",\
                "customerId":"C0fake"},"actor":{"email":"%s","profileId":"1%d"},"ipAddress":"%s",\
                "networkInfo":{"ipAsn":[%d],"regionCode":"%s"},"events":[%s]}"""
                .formatted(time, id, log, who.address(), id, who.ip(), who.asn(), who.country(), event));
    }

    /** An event with parameters. */
    public static String event(String type, String name, Map<String, String> parameters) {
        return "{\"type\":\"" + type + "\",\"name\":\"" + name + "\",\"parameters\":[" + parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(WorkspaceRecords::parameter).collect(Collectors.joining(",")) + "]}";
    }

    private static String parameter(Map.Entry<String, String> parameter) {
        String value = parameter.getValue();
        boolean truth = value.equals("true") || value.equals("false");
        return "{\"name\":\"" + parameter.getKey() + "\"," + (truth ? "\"boolValue\":" + value
                : parameter.getKey().equals("login_challenge_method") ? "\"multiValue\":[" + many(value) + "]"
                : "\"value\":\"" + value + "\"") + "}";
    }

    private static String many(String values) {
        return List.of(values.split(" ")).stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
    }

    /** A message as {@code format=metadata} shows it. */
    // Five parameters: what such a message says.
    public static String sent(String id, Instant time, String from, List<String> to, String subject) {
        return """
                {"id":"%s","threadId":"%s","labelIds":["SENT"],"internalDate":"%d","sizeEstimate":2048,"payload":{"headers":[\
                {"name":"Message-ID","value":"<%s@mail.example>"},{"name":"From","value":"%s"},{"name":"To","value":"%s"},\
                {"name":"Subject","value":"%s"}]}}"""
                .formatted(id, id, time.toEpochMilli(), id, from, String.join(", ", to), subject);
    }
}
