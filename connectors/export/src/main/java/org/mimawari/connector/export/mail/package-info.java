/** Mail itself: mbox, Maildir, single messages. */
@NullMarked
package org.mimawari.connector.export.mail;

import org.jspecify.annotations.NullMarked;
