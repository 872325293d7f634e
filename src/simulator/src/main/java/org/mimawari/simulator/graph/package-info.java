/**
 * A Microsoft Graph of a simulated tenant on this machine: answers as the service does, page by page, remembers what it was
 * asked, and fails on demand in the ways the service is known to fail.
 */
@NullMarked
package org.mimawari.simulator.graph;

import org.jspecify.annotations.NullMarked;
