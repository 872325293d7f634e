/** Reads the evidence that Microsoft 365 shows through Microsoft Graph: accounts, rules, logs and sent mail. */
@NullMarked
package org.mimawari.connector.microsoft365;

import org.jspecify.annotations.NullMarked;
