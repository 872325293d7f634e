/** Exports of Microsoft 365: unified audit log, Entra sign-ins and audit, Exchange settings, message traces. */
@NullMarked
package org.mimawari.connector.export.microsoft;

import org.jspecify.annotations.NullMarked;
