package org.mimawari.indicator;

/** Where in the story of a takeover a sign belongs; later stages make earlier ones more credible. */
public enum AttackStage { INITIAL_ACCESS, PERSISTENCE, HIDING, ABUSE, NONE }
