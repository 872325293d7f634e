package org.mimawari.connector.export.microsoft;

/**
 * One named value of a list in an audit record.
 *
 * @param old the value before the change, empty where the list has none
 */
record AuditProperty(AuditField list, String name, String value, String old) {}
