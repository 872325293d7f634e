package org.mimawari.scan;

import org.mimawari.evidence.EvidenceRef;

/** A record that could not be read, and why. */
public record Rejection(EvidenceRef where, String why) {}
