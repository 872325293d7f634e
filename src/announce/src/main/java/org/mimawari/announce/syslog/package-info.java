/** Announcements as syslog messages. */
@NullMarked
package org.mimawari.announce.syslog;

import org.jspecify.annotations.NullMarked;
