package org.mimawari.announce.setting;

import java.util.List;
import java.util.Map;

/**
 * One channel as configured: the values are resolved, so that secrets are values here.
 *
 * @param type mail, webhook, slack, teams or syslog
 */
public record ChannelConfiguration(String type, Map<String, List<String>> values) {

    public ChannelConfiguration {
        values = Map.copyOf(values);
    }

    /** Never shows a value: it may be a secret. */
    @Override
    public String toString() {
        return "ChannelConfiguration[" + type + ", " + values.keySet() + "]";
    }
}
