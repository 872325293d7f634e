package org.mimawari.cli.config;

import java.util.List;

/** A configuration file: the tenants, and how scheduled rounds over them are done. */
public record Configuration(List<TenantConfiguration> tenants, AuditConfiguration audit) {

    public Configuration {
        tenants = List.copyOf(tenants);
    }
}
