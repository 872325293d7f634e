/**
 * Talks to Microsoft Graph through the core of its SDK: one request at a time with the pace of its service, tokens that
 * are renewed, pages that never lead elsewhere, and failures that keep the vendor's code.
 */
@NullMarked
package org.mimawari.connector.microsoft365.graph;

import org.jspecify.annotations.NullMarked;
