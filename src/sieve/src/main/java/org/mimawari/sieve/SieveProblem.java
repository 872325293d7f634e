package org.mimawari.sieve;

/** Something in a script that could not be understood or is not visible; the rest of the script was still read. */
public record SieveProblem(int line, String what) {}
