package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/**
 * An audit entry: who changed what, when.
 *
 * @param operation the source's own name of the operation
 * @param target what was changed, as the source names it
 * @param parameters the values set, at most 64
 */
public record SettingChange(
        Origin origin,
        SettingTopic topic,
        String operation,
        Optional<String> target,
        List<Parameter> parameters,
        boolean succeeded,
        Actor actor) implements Evidence {

    private static final int MOST_PARAMETERS = 64;

    public SettingChange {
        parameters = parameters.stream().limit(MOST_PARAMETERS).toList();
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.SETTING_CHANGE;
    }

    /** The value of the parameter with this name, ignoring case. */
    public Optional<String> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equalsIgnoreCase(name)).map(Parameter::value).findFirst();
    }
}
