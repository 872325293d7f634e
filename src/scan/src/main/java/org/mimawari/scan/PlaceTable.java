package org.mimawari.scan;

import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Place;

/** An operator's offline table of addresses. Never asks the network. */
public interface PlaceTable {

    /** Knows nothing; all indicators but those about places lose nothing by it. */
    PlaceTable NONE = address -> Place.UNKNOWN;

    Place place(IpAddress address);
}
