package org.mimawari.scan.round;

import java.util.List;
import org.mimawari.incident.Incident;

/** Words what was found, for people and for the memory of rounds. */
@FunctionalInterface
public interface IncidentWords {

    /** What the incident's findings say, weightiest first; every sentence is one harmless line. */
    List<String> sentences(Incident incident);
}
