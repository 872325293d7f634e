/** Exports of Microsoft Entra: sign-ins, directory audit, risk detections and security alerts. */
@NullMarked
package org.mimawari.connector.export.entra;

import org.jspecify.annotations.NullMarked;
