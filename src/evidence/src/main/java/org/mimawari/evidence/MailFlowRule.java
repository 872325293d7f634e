package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/** A tenant-wide setting that changes where mail goes: transport rule, connector, journal rule, routing. */
public record MailFlowRule(
        Origin origin,
        Type type,
        String name,
        boolean enabled,
        List<String> targets,
        List<Parameter> parameters,
        Change change,
        Actor actor) implements Evidence {

    /** What kind of mail-flow setting it is. */
    public enum Type {
        TRANSPORT_RULE, INBOUND_CONNECTOR, OUTBOUND_CONNECTOR, JOURNAL_RULE, ROUTING, REMOTE_DOMAIN, OUTBOUND_POLICY
    }

    public MailFlowRule {
        targets = List.copyOf(targets);
        parameters = List.copyOf(parameters);
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.MAIL_FLOW_RULE;
    }

    /** The value of the parameter with this name, ignoring case. */
    public Optional<String> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equalsIgnoreCase(name)).map(Parameter::value).findFirst();
    }
}
