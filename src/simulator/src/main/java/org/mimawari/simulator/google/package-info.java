/**
 * An organisation in Google Workspace on loopback, with the token server, the Directory, the Reports API, Gmail's settings and
 * messages, and the Alert Center, that remembers what it was asked.
 */
@NullMarked
package org.mimawari.simulator.google;

import org.jspecify.annotations.NullMarked;
