/**
 * Logs of mail servers: Postfix, Dovecot, Exim, Cyrus, Courier. Files are found, dated and merged apart from the
 * understanding of lines, so that growing logs can be followed with the same classes.
 */
@NullMarked
package org.mimawari.connector.export.serverlog;

import org.jspecify.annotations.NullMarked;
