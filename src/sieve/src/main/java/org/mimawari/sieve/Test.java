package org.mimawari.sieve;

import java.util.List;

/** A test (RFC 5228 section 5): {@code header}, {@code anyof}, {@code not} and so on, in lower case. */
record Test(String name, List<Argument> arguments, List<Test> tests, int line) {}
