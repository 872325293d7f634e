package org.mimawari.sieve;

import java.util.List;

/**
 * A command (RFC 5228 sections 3 and 4).
 *
 * @param name in lower case
 * @param comment the last comment before it, or an empty text
 * @param tests the tests of an {@code if} or {@code elsif}; empty for other commands
 */
record Command(String name, List<Argument> arguments, List<Test> tests, List<Command> block, int line, String comment) {}
