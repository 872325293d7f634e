/** Announcements by mail, through a relay. */
@NullMarked
package org.mimawari.announce.mail;

import org.jspecify.annotations.NullMarked;
