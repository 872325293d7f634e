/** Logs of mail servers: Postfix, Dovecot, Exim, Cyrus. */
@NullMarked
package org.mimawari.connector.export.serverlog;

import org.jspecify.annotations.NullMarked;
