/** Exports of Exchange: settings from cmdlets and Microsoft Graph, sent mail, message traces and tracking logs. */
@NullMarked
package org.mimawari.connector.export.exchange;

import org.jspecify.annotations.NullMarked;
