package org.mimawari.scan;

import java.time.Instant;
import java.util.List;

/** When and with what a scan ran; the only part of a result that differs between two runs on the same evidence. */
public record RunFacts(String id, Instant startedAt, Instant finishedAt, String version, List<String> tenants) {}
