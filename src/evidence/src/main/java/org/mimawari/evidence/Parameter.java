package org.mimawari.evidence;

/** A named value of an audit record, as the source wrote it. */
public record Parameter(String name, String value) {}
