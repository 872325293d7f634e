package org.mimawari.cli.config;

import java.util.List;

/**
 * A configuration file: the tenants, and how scheduled rounds over them are done.
 *
 * @param warnings what works but should be changed, one sentence each; none shows a secret
 */
public record Configuration(List<TenantConfiguration> tenants, AuditConfiguration audit, List<String> warnings) {

    public Configuration {
        tenants = List.copyOf(tenants);
        warnings = List.copyOf(warnings);
    }
}
